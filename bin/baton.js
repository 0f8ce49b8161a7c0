#!/usr/bin/env node
import { bring } from "./bring.js";

await bring("baton.ts", process.argv.slice(2));
