import { bring } from "./bring.js";

await bring("run-checks.ts", process.argv.slice(2));
