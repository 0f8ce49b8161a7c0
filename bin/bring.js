// Plain JavaScript for any Node from 20.9, without a dependency: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const compiled = join(modules, ".cache", "baton");
const wanted = 24;
/** As the roles run: what is compiled under other flags is not theirs. */
const flags = ["--optimize-for-size", "--max-semi-space-size=2"];

/**
 * Installs what is missing, finds Node 24 and runs a TypeScript file of this folder on it.
 *
 * @param {string} script file name in bin/
 * @param {string[]} args
 */
export async function bring(script, args) {
  bringPackages();
  const file = join(root, "bin", script);
  if (major(process.versions.node) >= wanted) {
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(file).href);
  } else {
    handOver(findNode(), [file, ...args]);
  }
}

/** What `bring` does before it runs anything. */
export function bringPackages() {
  checkThisNode();
  if (!isInstalled()) install();
  const isFirst = !existsSync(compiled);
  keepCompiled();
  // What is compiled beforehand is smaller in memory from the first start on.
  if (isFirst) spawnSync(findNode(), [...flags, join(root, "bin/baton.ts"), "compile"], { stdio: "ignore" });
}

function checkThisNode() {
  const [have, minor] = process.versions.node.split(".").map(Number);
  if (have > 20 || (have === 20 && minor >= 9)) return;
  giveUp(`Baton needs Node 20.9 or newer to begin with, and this is ${process.versions.node}.`);
}

/** What npm wrote down as installed agrees with the lock file; remembered in a stamp, as the comparison is slow. */
function isInstalled() {
  const stamp = join(modules, ".baton-installed");
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const lockHash = createHash("sha256").update(lockText).digest("hex");
  if (readIfThere(stamp) === lockHash) return true;
  const installedText = readIfThere(join(modules, ".package-lock.json"));
  if (!installedText || !agrees(JSON.parse(lockText).packages, JSON.parse(installedText).packages))
    return false;
  try {
    writeFileSync(stamp, lockHash);
  } catch {
    // A read-only installation is compared again next time.
  }
  return true;
}

/** Optional packages may be another platform's; a production image leaves the development ones out. */
function agrees(locked, installed) {
  const withoutDev = process.env.NODE_ENV === "production";
  return Object.entries(locked).every(([path, { version, optional, dev, peer }]) => {
    if (path === "" || installed[path]?.version === version) return true;
    return !installed[path] && (optional || peer || (dev && withoutDev));
  });
}

/**
 * `npm install` and not `npm ci`, which begins by removing everything: what is there already stays. What is in the lock
 * file is installed as it says; nothing is saved.
 */
function install() {
  const before = existsSync(modules);
  console.log(before ? "Packages have changed; installing…" : "Installing packages (once, about a minute)…");
  const args = [
    "install",
    "--no-save",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--loglevel=error",
  ];
  const { status, error } = npm(args);
  if (error) giveUp(`npm could not be started (${error.message}): install npm, then try again.`);
  if (status !== 0) giveUp("npm could not install the packages; its words above say why.");
  isInstalled();
}

function npm(args) {
  const options = { cwd: root, stdio: "inherit" };
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** For us and our children: types need stripping only once, which saves half a second and 20 MB a process. */
function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= compiled;
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
}

function findNode() {
  if (major(process.versions.node) >= wanted) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const brought = join(modules, name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(brought)) return brought;
  return giveUp(
    `Baton runs on Node ${wanted} and this is ${process.versions.node}; the registry's ${name} is not installed here, so please install Node ${wanted} yourself.`,
  );
}

/** Ctrl-C reaches the whole group by itself; only what is sent to us alone must be passed on. */
function handOver(node, args) {
  const child = spawn(node, args, { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.on("SIGINT", () => child.kill("SIGINT"));
  child.on("error", (error) => giveUp(`Node ${wanted} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function major(version) {
  return Number(version.split(".")[0]);
}

function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
