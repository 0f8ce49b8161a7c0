import { bring } from "./bring.js";

await bring("run-tests.ts", process.argv.slice(2));
