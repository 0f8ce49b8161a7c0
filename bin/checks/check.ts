/** One thing that `npm run check` looks at. */
export interface Check {
  name: string;
  /** One line a problem; none when all is well. */
  run(): Promise<string[]>;
}
