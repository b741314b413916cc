import type { Translations } from '../../translations'

export const videoContent: Translations['checks'] = {}
