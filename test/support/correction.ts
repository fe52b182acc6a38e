/** Whoever asks, as most declarations want to know them. */
export const ASKER = {
  "nyc.hoTen": "Bo Bo Văn Thử",
  "nyc.ngaySinh": "1985-01-02",
  "nyc.soDinhDanh": "056085004321",
  "nyc.giayTo.ngayCap": "2022-03-05",
  "nyc.noiCuTru": "Thôn Suối Thơm, Khánh Đông, Khánh Vĩnh, Khánh Hòa",
  "nyc.soDienThoai": "",
};

/** The answers of somebody who wants an entry put right. */
export const CORRECTION = {
  ...ASKER,
  loai: "cai-chinh",
  "chuThe.hoTen": "Cao Thị Mẫu Một",
  "chuThe.ngaySinh": "2026-11-01",
  "chuThe.soDinhDanh": "",
  "giayTo.loai": "khai-sinh",
  "giayTo.so": "1",
  "giayTo.quyen": "",
  "giayTo.ngay": "",
  "giayTo.coQuan": "UBND xã Bắc Khánh Vĩnh",
  tu: "Nữ",
  thanh: "Nam",
  lyDo: "Ghi lộn",
  "banSao.co": "no",
};
