import { bringPackages } from "./bring.js";

bringPackages();
