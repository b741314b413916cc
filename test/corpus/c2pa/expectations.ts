const changed = 'invalid The file was changed after it was signed.'
const statement = 'invalid A statement in the manifest was changed after it was signed.'
const signature = 'invalid The signature does not fit the manifest.'
const expired = 'invalid The certificate of the signer had expired.'
const missing = 'invalid A part of the manifest is missing or was changed.'

/**
 * The public test set of C2PA (github.com/c2pa-org/public-testfiles, July 2025), without its font and its
 * film: state and problem of each file by its `manifests/…/manifest_store.json` and `image/README.md`. No
 * trust list is set, so the best that a signature can be is valid. Names say what a file is made of: C claim,
 * A parent, I ingredient, X changed afterwards, E error.
 */
export const expectations: Record<string, string> = {
  'adobe-20220124-A.jpg': 'none',
  'adobe-20220124-C.jpg': 'valid',
  'adobe-20220124-CA.jpg': 'valid',
  'adobe-20220124-CACA.jpg': 'valid',
  'adobe-20220124-CACAICAICICA.jpg': 'valid',
  'adobe-20220124-CAI.jpg': 'valid',
  'adobe-20220124-CAIAIIICAICIICAIICICA.jpg': 'valid',
  'adobe-20220124-CAICA.jpg': 'valid',
  'adobe-20220124-CAICAI.jpg': 'valid',
  'adobe-20220124-CI.jpg': 'valid',
  'adobe-20220124-CICA.jpg': 'valid',
  'adobe-20220124-CICACACA.jpg': 'valid',
  // The fault is in the claim of an ingredient, which the signer of the file knew.
  'adobe-20220124-CIE-sig-CA.jpg': 'valid',
  'adobe-20220124-CII.jpg': 'valid',
  'adobe-20220124-E-clm-CAICAI.jpg': missing,
  'adobe-20220124-E-dat-CA.jpg': changed,
  'adobe-20220124-E-sig-CA.jpg': signature,
  'adobe-20220124-E-uri-CA.jpg': statement,
  'adobe-20220124-E-uri-CIE-sig-CA.jpg': statement,
  'adobe-20220124-I.jpg': 'none',
  'adobe-20220124-XCA.jpg': changed,
  'adobe-20220124-XCI.jpg': changed,
  // Its manifest store lists a signature that does not fit, too: an older library stopped at the certificate.
  // Validated at a time when the certificate was valid, the signature fits.
  'nikon-20221019-building.jpeg': expired,
  'truepic-20230212-camera.jpg': 'valid',
  'truepic-20230212-landscape.jpg': 'valid',
  'truepic-20230212-library.jpg': 'valid',
  'adobe-20240110-single_manifest_store.pdf': 'valid',
}
