import { setUpPractice } from "../operations/offices/practice.ts";
import { readConfig } from "./config.ts";
import { openHouse } from "./hub.ts";
import { playKhanhDong } from "./scenario/khanh-dong.ts";
import { STAFF } from "./scenario/places.ts";

// npm run scenario:khanh-dong: lives the commune of the report through on the data folder of LOC_VUNG_DATA, beside a running program or without one.
try {
  const { context, close } = await openHouse(readConfig(), console.log);
  await setUpPractice(context);
  const started = performance.now();
  const played = await playKhanhDong(context, (sentence) => process.stderr.write(`\r\x1b[K${sentence}`));
  process.stderr.write("\n");
  if (played === "there-already")
    console.log("Kịch bản Khánh Đông đã có trong dữ liệu này. Muốn nạp lại, xin dùng thư mục dữ liệu khác (LOC_VUNG_DATA).");
  else {
    console.log(
      `Đã nạp ${played.dossiers} hồ sơ và ${played.visits} lượt đến trong ${((performance.now() - started) / 1000).toFixed(0)} giây.`,
    );
    console.log(
      `Tài khoản xem số liệu: ${STAFF.map(({ username, title }) => `${username} (${title})`).join(", ")}; mật khẩu như bản thực hành.`,
    );
  }
  await close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
