/** English words that carry no topic by themselves. Question words are not among them. */
export const emptyWords: ReadonlySet<string> = new Set(
  "a an the of to in on at for from by with and or but is are was were be been am do does did has have had i me my we us our you your he she it its they them this that these those can could would should will shall may might must so if then than as into any some please just get got im ive".split(
    " ",
  ),
);
