import type { Probe } from '../probe'

/** Facts of PDF files. */
export const probePdf: Probe = () => Promise.resolve({ facts: {}, problems: {}, previews: [], technicalFacts: [], tools: [] })
