// Digital Bazaar's verifier on what stands in standard input: {contexts, did, lists, cases: [credential, ...]}. It writes
// for each case a list of what it found wrong; nothing is fetched: whatever is not given is an error.
import { readFileSync } from "node:fs";
import { verifyCredential } from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite as rdfc } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import { contexts as published } from "@digitalbazaar/credentials-context";

const given = JSON.parse(readFileSync(0, "utf8"));
const documents = new Map([...published, ...Object.entries(given.contexts), [given.did.id, given.did]]);
for (const method of given.did.verificationMethod) {
  documents.set(method.id, { "@context": "https://w3id.org/security/multikey/v1", ...method });
}
for (const list of given.lists) documents.set(list.id, list);

async function documentLoader(url) {
  if (!documents.has(url)) throw new Error(`nobody gave ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) };
}

const suite = [rdfc, createVerifyCryptosuite()].map((one) => new DataIntegrityProof({ cryptosuite: one }));

/** @returns {string[]} of the whole, of each proof (the library is content with one), of the status list */
function reasons(result) {
  const errors = [result.error, ...(result.results || []).map((one) => one.error), result.statusResult?.error];
  const said = errors.flatMap((error) => (error ? [error, ...(error.errors || [])] : [])).map((error) => error.message);
  if (result.statusResult?.results?.some((one) => one.status)) said.push("revoked");
  return result.verified || said.length ? said : ["refused"];
}

const told = [];
for (const credential of given.cases) {
  const result = await verifyCredential({ credential, suite, documentLoader, checkStatus });
  const proofs = (result.results || []).filter((one) => one.verified).map((one) => one.proof.cryptosuite);
  told.push({ proofs: proofs.sort(), wrong: reasons(result) });
}
process.stdout.write(JSON.stringify(told));
