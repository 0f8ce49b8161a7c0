/** Of a mail's files, each and together: relays take about 25 MB in all. */
export const mostFileBytes = 20 << 20;
