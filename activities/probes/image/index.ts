import type { Probe } from '../probe'

/** Facts of image files. */
export const probeImage: Probe = () => Promise.resolve({ facts: {}, problems: {}, previews: [], technicalFacts: [], tools: [] })
