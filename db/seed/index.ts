export { seedBase } from "./seed-base.ts";
export { seedDemo } from "./seed-demo.ts";
