/**
 * Dossier codes as Circular 01/2018/TT-VPCP article 19 forms them: the office's identifier (QCVN 102:2016), the day as YYMMDD, and the number
 * of the dossier at that office on that day.
 */
export function dossierCode(officeIdentifier: string, day: string, number: number): string {
  return `${officeIdentifier}-${day.slice(2).replaceAll("-", "")}-${String(number).padStart(4, "0")}`;
}
