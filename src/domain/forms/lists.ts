/**
 * The lists that answers are checked against and shown with. They come from content/ and are handed in, so that forms stay free of files.
 * Each finder takes what somebody typed (name with or without accents, or the code) and answers the code, or null.
 */
export interface Lists {
  ethnicGroupCode(typed: string): string | null;
  ethnicGroupName(code: string): string | null;
  provinceCode(typed: string): string | null;
  provinceName(code: string): string | null;
  /** A commune of that province, by its code or name; null also where the province's communes are not in the list. */
  communeCode(typed: string, provinceCode: string): string | null;
  communeName(code: string): string | null;
  /** "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa" → the parts of a place, as far as they are known. */
  splitAddress(address: string): { province: string; commune: string; detail: string };
  isProvinceOfIdentityNumber(threeDigits: string): boolean;
}
