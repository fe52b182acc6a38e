/**
 * The path of a new job on its scanner, out of the Location that the scanner gave. Only the path counts: scanners call themselves by names that nobody
 * else knows, by `localhost`, by the port behind their own proxy. `base` is the path of the service, `/eSCL`; some scanners leave it away, or write it
 * twice. Null where there is nothing to be made of it.
 */
export function readJobPath(location: string | null, base: string): string | null {
  if (!location || location.length > MOST_LETTERS || !URL.canParse(location, `http://scanner${base}/ScanJobs`)) return null;
  const { pathname } = new URL(location, `http://scanner${base}/ScanJobs`);
  const path = pathname.replace(/\/{2,}/g, "/").replace(/\/+$/, "");
  const twice = `${base}${base}/`.toLowerCase();
  if (path.toLowerCase().startsWith(twice)) return path.slice(base.length);
  if (/^\/ScanJobs\/./i.test(path)) return `${base}${path}`;
  return /^\/[!-~]+$/.test(path) ? path : null;
}

const MOST_LETTERS = 1_000;
