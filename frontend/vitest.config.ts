import { defineConfig } from "vitest/config";

export default defineConfig({
  // Vite reads the decorators' setting from tsconfig.json, as esbuild does in the build.
  test: {
    environment: "happy-dom",
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    // A machine that has much else to do is no failure.
    testTimeout: 30_000,
  },
});
