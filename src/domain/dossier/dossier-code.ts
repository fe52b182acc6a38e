/**
 * Dossier codes as Circular 01/2018/TT-VPCP article 19 forms them: the office's identifier (QCVN 102:2016), the day as YYMMDD, and the number
 * of the dossier at that office on that day. Newer identifiers (H32.xx.yy, Decision 20/2020/QĐ-TTg) and portal codes are recognised too.
 */
export function dossierCode(officeIdentifier: string, day: string, number: number): string {
  return `${officeIdentifier}-${day.slice(2).replaceAll("-", "")}-${String(number).padStart(4, "0")}`;
}

export function isDossierCode(text: string): boolean {
  return DOSSIER_CODE.test(text);
}

const DOSSIER_CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){0,3})-(?:\d{6}|\d{8})-\d{4,7}$/;
