import { describe } from "node:test";
import { startSimulatedPrinter } from "../../support/ipp-printer.ts";
import { printingCases } from "../../support/printing-cases.ts";

describe("printing on our own simulated printer", () => {
  printingCases("our simulated printer", startSimulatedPrinter);
});
