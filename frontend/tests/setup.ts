/** Lit warns in the browser of developers; in a test's output that is noise. */
(globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings = new Set([
  "dev-mode",
  "change-in-update",
]);
