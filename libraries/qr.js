// A QR code (ISO/IEC 18004) as rows of dark and light modules.
import encodeQR from "qr";

window.ktc.qrcode = (text) => encodeQR(text, "raw", { ecc: "medium", border: 4 });
