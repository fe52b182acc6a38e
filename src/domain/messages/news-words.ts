import { CHANNELS, type Channel, type Contact, channelsFor, maskContact } from "./reach.ts";

/** By which way news of a dossier comes, as the receipt says it to somebody who may have no telephone. */
export function newsWords(contact: Contact, on: ReadonlySet<Channel>): string {
  const targets = channelsFor(contact, on);
  if (targets.length > 0) {
    const ways = targets.map(({ channel, to }) => `${CHANNELS[channel]} đến ${maskContact(to)}`);
    return `${ways.join(" và ")}. Lúc nào cũng xem được bằng mã tra cứu.`;
  }
  return contact.phone === null
    ? "Không nhắn tin. Xin xem bằng mã tra cứu hoặc hỏi ở điểm hỗ trợ; có việc cần thì điểm nhờ trưởng thôn báo."
    : `Không nhắn tin. Xin xem bằng mã tra cứu; có việc cần thì điểm hỗ trợ gọi ${maskContact(contact.phone)}.`;
}
