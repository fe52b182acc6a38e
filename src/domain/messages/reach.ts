/** The ways in which a message goes out by itself. */
export const CHANNELS = { email: "Thư điện tử", sms: "Tin nhắn SMS", zalo: "Zalo" } as const;

export type Channel = keyof typeof CHANNELS;

export function isChannel(text: string): text is Channel {
  return Object.hasOwn(CHANNELS, text);
}

/** How somebody can be told about one dossier. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  /** They agreed to be told by message: about this dossier, or about all that their account files with the office. */
  readonly agreed: boolean;
  /** They said that they want no messages about it; that stands over what they agreed to before. */
  readonly declined: boolean;
}

/** May messages about this dossier be sent there? Only where their owner agreed and has not said no since; else they wait on the tracking page and at the point. */
export function mayMessage(contact: Contact): boolean {
  return contact.agreed && !contact.declined && (contact.phone !== null || contact.email !== null);
}

/** Through which of the channels that are on the person is told: by e-mail, and on the phone by Zalo or else by SMS, never by both. */
export function channelsFor(contact: Contact, on: ReadonlySet<Channel>): { channel: Channel; to: string }[] {
  if (!mayMessage(contact)) return [];
  const { email, phone } = contact;
  const mobile = phone !== null && isMobile(phone) ? phone : null;
  const onPhone = (["zalo", "sms"] as const).find((channel) => on.has(channel));
  return [
    ...(email !== null && on.has("email") ? [{ channel: "email" as const, to: email }] : []),
    ...(mobile !== null && onPhone ? [{ channel: onPhone, to: mobile }] : []),
  ];
}

/** A landline rings, but shows no message. */
function isMobile(phone: string): boolean {
  return /^0[35789]\d{8}$/.test(phone);
}

/** A number or an address for a screen that others see: "09••••••21", "b•••@vidu.vn". */
export function maskContact(to: string): string {
  const at = to.indexOf("@");
  if (at > 0) return `${to.slice(0, 1)}•••${to.slice(at)}`;
  return `${to.slice(0, 2)}${"•".repeat(Math.max(0, to.length - 4))}${to.slice(-2)}`;
}
