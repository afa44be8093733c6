/*! with noble-hashes: MIT License (c) 2022 Paul Miller (paulmillr.com); fflate: MIT License (c) 2023 Arjun Barrett */
// What older browsers, and all on plain http, do not bring along: Ed25519 (RFC 8032), SHA-256, gzip.
import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { gunzipSync } from "fflate";

hashes.sha512 = sha512;

window.ktc.ed25519 = {
  sha256,

  // strict: no other point or scalar than the one that RFC 8032 would write
  verify: (signature, message, key) => verify(signature, message, key, { zip215: false }),

  // into room for `most` bytes and one more, however far it would swell
  gunzip: (packed, most) => gunzipSync(packed, { out: new Uint8Array(most + 1) }),
};
