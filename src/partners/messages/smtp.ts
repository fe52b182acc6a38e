import { createTransport } from "nodemailer";
import { type Handed, type Messenger, type Outgoing, SEND_PATIENCE_MS } from "./messenger.ts";

export interface SmtpSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  /** From whom: "UBND xã <motcua@vidu.vn>" */
  readonly from: string;
}

/**
 * E-mail by SMTP (RFC 5321). The message's key is its Message-ID: SMTP itself knows no "was sent already", but mailboxes that drop doubles go by it. A letter
 * that a machine wrote says so (RFC 3834), so that no answering machine answers it.
 */
export function openSmtp({ url, from }: SmtpSettings, patienceMs = SEND_PATIENCE_MS): Messenger {
  const third = Math.floor(patienceMs / 3);
  // a server that thinks about the last line of a letter is waited for: giving up then makes doubles (RFC 5321, 4.5.3.2.6)
  const silence = 2 * patienceMs;
  const transport = createTransport({ url, connectionTimeout: third, greetingTimeout: third, socketTimeout: silence, dnsTimeout: third });
  const host = /@([^>\s]+)>?$/.exec(from)?.[1] ?? "loc-vung.invalid";
  return { channel: "email", accents: true, send: (message) => deliver(message), close: () => transport.close() };

  async function deliver({ key, to, subject, text, files = [] }: Outgoing): Promise<Handed> {
    try {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        attachments: files.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: Buffer.from(bytes) })),
        messageId: `<${key}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { is: "sent" };
    } catch (error) {
      return judge(error);
    }
  }
}

/** Only a clear no to the address itself is for ever; everything else (a line, a full disk, a wrong password of ours) may be better tomorrow. */
function judge(error: unknown): Handed {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const words = responseCode ? `SMTP ${responseCode}` : code === "ETIMEDOUT" ? "Không trả lời kịp" : "Không nối được";
  return { is: code === "EENVELOPE" && (responseCode ?? 0) >= 500 ? "never" : "later", error: words };
}
