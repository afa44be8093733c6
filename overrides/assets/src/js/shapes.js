// Twin of certificates/verify.py (shapes, match, forms): what a signed certificate and a status list look like, as text.
// Both run tests/vectors/credentials.json and tests/bad/certificates/.
// @ts-check
(function () {
  "use strict";

  const ktc = window.ktc;

  /** @typedef { Object<string, string> } Values what stands in the holes of a shape */
  /** @typedef { {body: string[], proofs: string[], options: string[]} } Shape each cut at its holes: text, hole, text ... */

  const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

  /** RFC 8785 for what certificates hold, which is texts, lists, objects, true, false, null. @param {any} value @returns {string} */
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    return "{" + Object.keys(value).sort().map((name) => JSON.stringify(name) + ":" + canonical(value[name])).join(",") + "}";
  }

  /** Text, hole, text, hole ... text. @param {any} shape */
  const cut = (shape) => canonical(shape).split(/{(\w+)}/);

  /** @param {any} body @returns {Shape} the first proof is the nonce of the second, so that neither can be altered alone */
  function withProofs(body) {
    const proof = (/** @type {string} */ suite) => ({
      type: "DataIntegrityProof", cryptosuite: suite, created: "{signed}",
      proofPurpose: "assertionMethod", verificationMethod: "{issuer}#{key}",
    });
    const first = Object.assign(proof("eddsa-rdfc-2022"), { proofValue: "{rdfc}" });
    const options = Object.assign(proof("eddsa-jcs-2022"), { "@context": body["@context"], nonce: "{rdfc}" });
    const second = Object.assign({}, options, { proofValue: "{jcs}" });
    return { body: cut(body), proofs: cut([first, second]), options: cut(options) };
  }

  /** @param {any} who */
  const certificate = (who) => withProofs({
    "@context": CONTEXTS, id: "{id}", type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: "{issuer}", type: ["Profile"], name: "{issuer_name}" },
    validFrom: "{signed}", validUntil: "{until}",
    credentialSubject: Object.assign({}, who, {
      type: ["AchievementSubject"], activityEndDate: "{done}", achievement: {
        id: "{achievement}", type: ["Achievement"], name: "{title}", description: "{description}",
        criteria: { id: "{criteria}" }, inLanguage: "{language}", version: "{edition}",
      },
    }),
    credentialStatus: {
      type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "{index}", statusListCredential: "{status}",
    },
  });

  /** @type {Object<string, Shape>} */
  const SHAPES = {
    named: certificate({ identifier: [{ type: "IdentityObject", hashed: false, identityHash: "{name}", identityType: "name" }] }),
    nameless: certificate({ id: "{subject}" }),
    list: withProofs({
      "@context": CONTEXTS.slice(0, 1), id: "{status}", type: ["VerifiableCredential", "BitstringStatusListCredential"],
      issuer: "{issuer}", validFrom: "{signed}", validUntil: "{until}",
      credentialSubject: { id: "{status}#list", type: "BitstringStatusList", statusPurpose: "revocation", encodedList: "{list}" },
    }),
  };

  /** @param {Values} values */
  const kindOf = (values) => ("list" in values ? "list" : values.name ? "named" : "nameless");

  /** @param {string[]} pieces @param {Values} values @returns {string} the text of a shape with its values */
  const fill = (pieces, values) =>
    pieces.map((piece, place) => (place % 2 ? JSON.stringify(values[piece]).slice(1, -1) : piece)).join("");

  /** @param {string} text between quotation marks in JSON @returns {string|null} */
  function unquote(text) {
    try {
      return JSON.parse('"' + text + '"');
    } catch (damaged) {
      return null;
    }
  }

  /** Adds what stands in the holes to `values`. @param {string[]} pieces @param {string} text @param {Values} values @returns {boolean} whether `fill` gives this text */
  function match(pieces, text, values) {
    if (!text.startsWith(pieces[0])) return false;
    let place = pieces[0].length;
    for (let hole = 1; hole < pieces.length; hole += 2) {
      const end = text.indexOf(pieces[hole + 1], place);
      const found = end < 0 ? null : unquote(text.slice(place, end));
      if (found === null) return false;
      const held = values[pieces[hole]];
      if (held !== undefined && held !== found) return false;
      values[pieces[hole]] = found;
      place = end + pieces[hole + 1].length;
    }
    return place === text.length;
  }

  ktc.shapes = { CONTEXTS, SHAPES, canonical, kindOf, fill, match };
})();
