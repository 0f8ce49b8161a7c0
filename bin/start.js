import { bring } from "./bring.js";

await bring("baton.ts", ["start", ...process.argv.slice(2)]);
