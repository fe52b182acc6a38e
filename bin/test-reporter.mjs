// One line a test, with what it measured, each failure in full, and last the plain line "N passed, N failed".
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  const failures = [];
  for await (const event of source) {
    if (event.type === "test:stderr" || event.type === "test:stdout") {
      if (process.env.TEST_OUTPUT) yield event.data.message;
      continue;
    }
    // what a test measured; what the runner says of itself has no file
    if (event.type === "test:diagnostic" && event.data.nesting > 0) {
      yield `       ${shortName(event.data.file)}: ${event.data.message}\n`;
      continue;
    }
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { name, details, nesting, file, skip, todo } = event.data;
    if (skip !== undefined || todo !== undefined) throw new Error(`${name}: tests are not skipped here`);
    const isFile = nesting === 0 && details?.type !== "suite" && file?.endsWith(name);
    if (details?.type === "suite" || isFile) {
      if (event.type === "test:fail" && (isFile || details.error?.failureType === "hookFailed")) {
        failures.push(event.data);
        failed += isFile ? 1 : 0;
      }
      continue;
    }
    if (event.type === "test:pass") passed += 1;
    else {
      failures.push(event.data);
      failed += 1;
    }
    const seconds = (details.duration_ms / 1000).toFixed(2);
    yield `${event.type === "test:pass" ? "ok    " : "FAILED"} ${shortName(file)} › ${name} (${seconds} s)\n`;
  }
  for (const { name, file, details } of failures) {
    const error = details.error?.cause ?? details.error;
    yield `\n── ${shortName(file)} › ${name}\n${error?.stack ?? error}\n`;
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}

const shortName = (file) => file?.split("/test/").pop() ?? "";
