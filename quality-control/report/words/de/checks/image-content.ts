import type { Translations } from '../../translations'

export const imageContent: Translations['checks'] = {}
