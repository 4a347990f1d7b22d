// Plain JavaScript, so that an older Node can still read it and say what is wanted, before it meets TypeScript.
import module from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `aicost needs Node 24.12 or newer, and this is ${process.versions.node}. Run "npm ci", then "npm start".`,
  );
  process.exit(2);
}

// Types are stripped and modules compiled once, not at every start; loaded before anything else, not even what strips
// types is loaded then. Where no cache can be written it does without.
module.enableCompileCache();
