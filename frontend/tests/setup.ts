import { vi } from "vitest";

/** Lit warns in the browser of developers; in a test's output that is noise. */
(globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings = new Set([
  "dev-mode",
  "change-in-update",
]);

/** What is waited for may take its time on a machine that has much else to do. */
const waitFor = vi.waitFor.bind(vi);
vi.waitFor = (doing, options = { timeout: 10_000 }) => waitFor(doing, options);
