/** How all charts look: the desk's tokens, no decoration. */
export const axis = {
  tickLine: false,
  axisLine: false,
  tick: { fill: "var(--ink-faint)", fontSize: 11 },
} as const;

export const tooltip = {
  cursor: { fill: "var(--hover)" },
  contentStyle: {
    background: "var(--raised)",
    border: "1px solid var(--line-strong)",
    borderRadius: 6,
    fontSize: 12,
    color: "var(--ink)",
  },
  itemStyle: { color: "var(--ink)" },
  labelStyle: { color: "var(--ink-muted)" },
} as const;
