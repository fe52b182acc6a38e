import { z } from "zod";
import type { Result } from "../../base/result.ts";
import { parseContent } from "../content-file.ts";
import type { MessageKind } from "./kinds.ts";

/**
 * What a template may name. No name of anybody, no identity number, no reason: a message lies on a phone that a family shares, and a line that everybody can
 * read.
 */
export const PLACES = {
  coQuan: "cơ quan giải quyết",
  thuTuc: "tên ngắn của thủ tục; chỉ để nói qua điện thoại",
  maTraCuu: "mã tra cứu",
  ngayHen: "ngày hẹn trả: thứ Sáu 27/11",
  hanXem: "hết ngày nào thì thôi chờ bà con xem bản nháp",
  soTien: "số tiền phải nộp",
  noiNhan: "nơi nhận kết quả và khi nào mở cửa",
} as const;

export type Place = keyof typeof PLACES;
export type Places = Readonly<Record<Place, string>>;

const PLACE = /\{([A-Za-z]+)\}/g;

/** Words that name these places and no others. */
export function wordsWith(places: readonly string[]) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      for (const [, place = ""] of text.matchAll(PLACE))
        if (!places.includes(place)) context.addIssue({ code: "custom", message: `không biết chỗ {${place}}` });
    });
}

const words = wordsWith(Object.keys(PLACES));

/** One file of content/messages. */
export const templateSchema = z.strictObject({
  /** The subject of an e-mail. */
  subject: words,
  /** The message itself, for every channel; 160 characters at most once it is filled and without accents. */
  text: words.refine((text) => !text.includes("{thuTuc}"), "tên thủ tục không viết trong tin: điện thoại nhiều người cùng xem"),
  /** What the helper says who calls, in one sentence. */
  call: words,
});

export type Template = z.infer<typeof templateSchema>;
export type Templates = Readonly<Record<MessageKind, Template>>;

/** Reads one file of content/messages (already taken out of YAML), or says in words all that is wrong with it. */
export function parseTemplate(data: unknown, fileName: string): Result<Template, string[]> {
  return parseContent(templateSchema, data, fileName);
}

/** The sentence with its places filled. */
export function fillPlaces(text: string, places: Places): string {
  return fillWords(text, places);
}

export function fillWords(text: string, places: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (_whole, place: string) => places[place] ?? "");
}
