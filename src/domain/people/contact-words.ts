/** How an account's ways of being reached are called, in the middle and at the beginning of a sentence. */
export const CONTACT_WORDS = {
  email: { name: "địa chỉ thư điện tử", title: "Thư điện tử" },
  phone: { name: "số điện thoại", title: "Số điện thoại" },
} as const satisfies Record<string, { readonly name: string; readonly title: string }>;
