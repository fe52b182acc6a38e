import type { z } from "zod";
import { ok, type Result, refuse } from "../base/result.ts";

/**
 * Reads the data of one file of content/ by its schema. What is wrong is said in Vietnamese words with its place in the file, all of it at
 * once: whoever keeps a list is not a programmer.
 */
export function parseContent<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  fileName: string,
): Result<z.output<Schema>, string[]> {
  const parsed = schema.safeParse(data, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return refuse(parsed.error.issues.map((issue) => `${fileName}: ở ${issue.path.join(" › ") || "đầu tệp"}: ${sayIssue(issue)}`));
}

/** What is wrong with one thing, in words. The schema must be told to report its input. */
export function sayIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "còn thiếu" : `phải là ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case "invalid_format":
      return issue.format === "date" ? "phải là ngày có thật, viết như 2026-04-30" : `"${String(issue.input)}" viết không đúng dạng`;
    case "unrecognized_keys":
      return `không biết mục ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
    case "invalid_value":
      return `phải là một trong: ${issue.values.map(String).join(", ")}`;
    case "invalid_key":
      return `mã "${String(issue.path.at(-1))}" viết không đúng dạng`;
    case "invalid_union":
      return "viết không đúng dạng";
    case "too_small":
      return "không được để trống";
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "chữ (đặt trong ngoặc kép nếu là số)",
  number: "số",
  int: "số nguyên",
  boolean: "true hoặc false",
  array: "một danh sách",
  object: "một nhóm mục",
  record: "một nhóm mục",
};
