// Installs the packages of a directory when they are not there as its package-lock.json names them.
// Usage: node install.mjs <directory>
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Ends the program where npm cannot do it. */
export function install(directory) {
  if (installed(directory)) return;
  const npm = spawnSync("npm ci --ignore-scripts --include=dev --no-audit --no-fund", { cwd: directory, shell: true, stdio: "inherit" });
  if (npm.status !== 0) {
    console.error(`npm ci failed in ${directory}; the lines above say why.`);
    process.exit(1);
  }
}

/** Whether node_modules holds exactly what package-lock.json names: npm keeps a copy of what it installed. */
function installed(directory) {
  const record = join(directory, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const { "": self, ...wanted } = packages(join(directory, "package-lock.json"));
  return JSON.stringify(wanted) === JSON.stringify(packages(record));
}

function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install(process.argv[2]);
}
