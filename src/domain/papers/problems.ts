/** Why a file was not taken as a paper: what happened, what was kept, what to do now. */
export const PAPER_PROBLEMS = {
  empty: "Tệp này rỗng, không có gì bên trong. Những tờ trước vẫn còn. Bà con chụp lại hoặc chọn tệp khác.",
  "too-large": "Tệp này lớn hơn 20 MB. Những tờ trước vẫn còn. Bà con chụp từng trang một, hoặc quét với độ nét thấp hơn.",
  program: "Tệp này là chương trình máy tính, không phải ảnh, nên không nhận. Những tờ trước vẫn còn. Bà con chụp tờ giấy rồi gửi ảnh.",
  archive: "Tệp này là tệp nén, Word hoặc Excel. Những tờ trước vẫn còn. Bà con chụp tờ giấy, hoặc lưu thành PDF rồi gửi lại.",
  video: "Tệp này là phim, không phải ảnh. Những tờ trước vẫn còn. Bà con chuyển máy sang chụp ảnh rồi chụp lại.",
  "not-a-paper": "Tệp này không phải ảnh hay PDF. Những tờ trước vẫn còn. Bà con chụp tờ giấy, hoặc chọn tệp JPG, PNG, HEIC, PDF.",
  damaged: "Tệp bị hỏng hoặc còn thiếu, không mở được. Những tờ trước vẫn còn. Bà con chụp lại hoặc gửi lại tệp.",
  "too-many-pixels": "Ảnh này rộng quá mức máy mở được. Những tờ trước vẫn còn. Bà con chụp lại bằng máy ảnh thường của điện thoại.",
  "too-slow": "Tệp này phức tạp quá, máy mở không nổi. Những tờ trước vẫn còn. Bà con chụp tờ giấy rồi gửi ảnh.",
  "pdf-locked": "Tệp PDF đang bị khóa. Những tờ trước vẫn còn. Bà con gửi bản không khóa, hoặc chụp từng trang.",
  "pdf-active":
    "Tệp PDF có kèm chương trình hoặc tệp khác bên trong nên không nhận. Những tờ trước vẫn còn. Bà con in ra rồi quét, hoặc chụp từng trang.",
  "pdf-bomb":
    "Tệp PDF này bung ra quá lớn, máy mở không nổi. Những tờ trước vẫn còn. Bà con quét lại với độ nét thấp hơn, hoặc chụp từng trang.",
  "too-many-pages": "Một giấy tờ có nhiều nhất 30 trang. Những tờ trước vẫn còn. Bà con bỏ bớt trang không cần rồi gửi lại.",
  tiny: "Ảnh nhỏ quá, chưa đọc được chữ. Những tờ trước vẫn còn. Bà con chụp gần hơn, cho cả tờ giấy vừa khung hình.",
  "too-dark": "Ảnh tối quá, chưa đọc được chữ. Những tờ trước vẫn còn. Bà con ra chỗ sáng hoặc bật đèn rồi chụp lại.",
  blank: "Trang này trắng, chưa thấy chữ. Những tờ trước vẫn còn. Bà con xem đã đặt đúng mặt giấy chưa rồi chụp lại.",
  blurred: "Ảnh bị mờ, chưa đọc được chữ. Những tờ trước vẫn còn. Bà con giữ máy yên, chụp lại gần hơn, đủ sáng.",
  "disk-full": "Máy hết chỗ lưu, chưa lưu được tờ này. Những tờ trước vẫn còn. Xin báo người trực, rồi thử lại.",
  interrupted: "Đường truyền bị ngắt giữa chừng. Những tờ trước vẫn còn. Bà con gửi lại tệp này.",
} as const;

export type PaperProblem = keyof typeof PAPER_PROBLEMS;
