// Ed25519, SHA-256 and gzip: the browser's own, or on plain http and in older browsers those of libraries/ed25519.js.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;

  /**
   * @typedef { {
   *   sha256: (bytes: Uint8Array) => Uint8Array|Promise<Uint8Array>,
   *   verify: (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => boolean|Promise<boolean>,
   *   gunzip: (packed: Uint8Array, most: number) => Uint8Array|Promise<Uint8Array>,
   * } } Means gunzip: at most one byte more than `most`; it throws when the bytes are damaged
   */

  /** @param {Uint8Array} packed @param {number} most */
  async function gunzip(packed, most) {
    // @ts-ignore newer than the types of some editors
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    const room = new Uint8Array(most + 1);
    let size = 0;
    for (let part = await reader.read(); !part.done && size <= most; part = await reader.read()) {
      const taken = part.value.subarray(0, room.length - size);
      room.set(taken, size);
      size += taken.length;
    }
    if (size > most) reader.cancel();
    return room.subarray(0, size);
  }

  /** @type {Means} */
  const own = {
    sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
    async verify(signature, message, key) {
      const imported = await crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
      return crypto.subtle.verify("Ed25519", imported, signature, message);
    },
    gunzip,
  };

  /** RFC 8032, 7.1, TEST 2: key, message, signature. */
  const KNOWN = ["3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"];

  /** @param {string} text */
  const bytesOf = (text) => Uint8Array.from((text.match(/../g) || []).map((pair) => parseInt(pair, 16)));

  /** Whether this works here, by an example: a good signature and the same of another message. @param {Means} means */
  async function works(means) {
    const [key, message, signature] = KNOWN.map(bytesOf);
    return (await means.verify(signature, message, key)) && !(await means.verify(signature, key, key));
  }

  /** @param {Promise<Means>} means @returns {Promise<Means|null>} */
  const tried = (means) => means.then(async (found) => ((await works(found)) ? found : null)).catch(() => null);

  const hasOwn = () => Boolean(window.crypto && crypto.subtle && /** @type {any} */ (window).DecompressionStream);

  ktc.means = {
    /** What the browser brings along; null when it lacks a part, or has it and it does not work. */
    own: () => (hasOwn() ? tried(Promise.resolve(own)) : Promise.resolve(null)),

    /** @param {string} src address of the library @returns {Promise<Means|null>} null where it cannot be loaded or run */
    library: (src) => tried(ktc.load(src, () => ktc.ed25519).then(() => ktc.ed25519)),

    /** @param {string} src */
    find: async (src) => (await ktc.means.own()) || ktc.means.library(src),
  };
})();
