/** A noun with its article: `a JPEG image`, `an SVG drawing`, by how it is spoken. */
export const withArticle = (noun: string) => `${spokenWithVowel.test(noun) ? 'an' : 'a'} ${noun}`

/** Vowels, and abbreviations whose first letter is spelled out. */
const spokenWithVowel = /^(?:[aeio]|unknown|(?:svg|mp\d|mpeg|mxf|m4\w|html|flv|xml|rtf)\b)/i
