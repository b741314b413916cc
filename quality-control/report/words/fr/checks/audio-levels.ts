import type { Translations } from '../../translations'

export const audioLevels: Translations['checks'] = {
  'audio/clipping': {
    of: '71cf06',
    title: 'Le son n’est pas écrêté',
    failureTitle: 'Le son est écrêté',
    why: 'Des crêtes écrêtées s’entendent comme un crépitement et ne se réparent pas après coup.',
    remedy: 'Revenez au mixage, baissez le niveau avant le limiteur et exportez de nouveau.',
    says: {
      'Peaks are clipped at {0}.': 'Des crêtes sont écrêtées à {0}.',
      'full scale for 3 samples or more': 'pleine échelle sur au moins 3 échantillons',
      'no clipping': 'pas d’écrêtage',
    },
  },
  'audio/dropouts': {
    of: '84966b',
    title: 'Le son n’a pas de coupures',
    failureTitle: 'Le son a des coupures',
    why: 'Un son qui s’arrête un instant puis reprend passe pour un défaut du lecteur ou du câble.',
    remedy:
      'Écoutez ce passage. Rétablissez le son manquant dans le mixage ; si le silence est voulu, ne ' +
      'changez rien.',
    says: {
      'The audio drops out at {0}.': 'Le son est coupé à {0}.',
      'no dropout': 'aucune coupure',
    },
  },
  'audio/loudness': {
    of: '2f758d',
    title: 'L’intensité sonore atteint la cible',
    failureTitle: 'Le son est trop fort ou trop faible',
    why:
      'Les diffuseurs refusent un son hors cible, et les plateformes le baissent. À côté des autres, ' +
      'le spot détonne.',
    remedy: 'Corrigez le niveau de tout le mixage de la différence, et mesurez de nouveau.',
    says: {
      'The audio is {0} LU too loud.': 'Le son est trop fort de {0} LU.',
      'The audio is {0} LU too quiet.': 'Le son est trop faible de {0} LU.',
    },
  },
  'audio/loudness-range': {
    of: 'c58018',
    title: 'La plage d’intensité sonore est assez petite',
    failureTitle: 'La plage d’intensité sonore est très grande',
    why: 'Au téléphone et dans un salon, les passages faibles d’un mixage à grande dynamique se perdent.',
    remedy: 'Compressez légèrement le mixage, ou remontez ses passages faibles.',
    says: {
      'The audio is shorter than {0} s.': 'Le son dure moins de {0} s.',
      'The loudness varies by {0} LU.': 'L’intensité sonore varie de {0} LU.',
      'at most {0} LU': '{0} LU au plus',
    },
  },
  'audio/must-be-silent': {
    of: '4d1d5a',
    title: 'La vidéo est muette, comme attendu',
    failureTitle: 'La vidéo a du son, mais doit être muette',
    why:
      'Les écrans dans les lieux publics et certains formats publicitaires doivent rester muets. Un ' +
      'lecteur peut refuser un fichier avec du son.',
    remedy: 'Exportez de nouveau sans le son.',
    says: {
      'The video has audible audio.': 'La vidéo a un son audible.',
      'The video has a silent audio track.': 'La vidéo a une piste audio silencieuse.',
      'silent track': 'piste silencieuse',
      'no audio track': 'aucune piste audio',
    },
  },
  'audio/short-term-loudness': {
    of: '6661d8',
    title: 'Aucun passage n’est beaucoup plus fort que le reste',
    failureTitle: 'Certains passages sont beaucoup trop forts',
    why:
      'Un spot court peut respecter la moyenne et avoir quand même des passages très forts ; eux ' +
      'aussi sont donc limités.',
    remedy: 'Baissez le passage le plus fort du mixage.',
    says: {
      'The loudness cannot be measured: the audio is too quiet.':
        'L’intensité sonore n’est pas mesurable : le son est trop faible.',
      'The {0} loudness reaches {1} LUFS.': 'L’intensité sonore ({0}) atteint {1} LUFS.',
      'at most {0} LUFS': '{0} LUFS au plus',
      'short-term': 'à court terme',
      momentary: 'momentanée',
      'The short-term loudness reaches {0} LUFS.': 'L’intensité sonore à court terme atteint {0} LUFS.',
      'The momentary loudness reaches {0} LUFS.': 'L’intensité sonore momentanée atteint {0} LUFS.',
    },
  },
  'audio/silence': {
    of: '3c0ec5',
    title: 'Le son n’a pas de trous',
    failureTitle: 'Le son a des trous de silence',
    why:
      'Un trou de silence est en général un clip perdu au montage. Un long silence au début ou à la ' +
      'fin gaspille du temps payé.',
    remedy: 'Allez à ce passage et rétablissez le son manquant. Si le silence est voulu, ne changez rien.',
    says: {
      'Silence of {0} at {1}.': 'Silence de {0} à {1}.',
      'Silence of {0} at the start.': 'Silence de {0} au début.',
      'Silence of {0} at the end.': 'Silence de {0} à la fin.',
    },
  },
  'audio/silent-ends': {
    of: 'db15c5',
    title: 'Le son est silencieux au début et à la fin',
    failureTitle: 'Le son n’est pas silencieux au début et à la fin',
    why:
      'La régie de diffusion coupe le son net au début et à la fin. Sans quelques images de silence, ' +
      'le spot claque ou perd un mot.',
    remedy: 'Laissez le nombre d’images attendu sans son au début et à la fin.',
    says: {
      'The profile wants no silence at the ends.': 'Le profil n’exige pas de silence au début et à la fin.',
      'The {0} of the programme is not silent for {1} frames.':
        'Le programme n’est pas silencieux pendant {1} images ({0}).',
      '{0} silent frames': '{0} images de silence',
      'The start of the programme is not silent for {0} frames.':
        'Le début du programme n’est pas silencieux pendant {0} images.',
      'The end of the programme is not silent for {0} frames.':
        'La fin du programme n’est pas silencieuse pendant {0} images.',
    },
  },
  'audio/true-peak': {
    of: '064e23',
    title: 'Le niveau de crête vrai laisse assez de marge',
    failureTitle: 'Le niveau de crête vrai est trop élevé',
    why:
      'Des crêtes proches de la pleine échelle saturent quand le son est converti ou réencodé pour ' +
      'l’antenne ou le web.',
    remedy: 'Placez un limiteur de crête vraie (true peak) à la fin du mixage, réglé un peu sous la limite.',
    says: {
      'The audio is digital silence.': 'Le son est un silence numérique.',
      'The true peak reaches {0} dBTP.': 'Le niveau de crête vrai atteint {0} dBTP.',
      'The true peak reaches {0} dBTP in {1}.': 'Le niveau de crête vrai atteint {0} dBTP en {1}.',
      'at most {0} dBTP': '{0} dBTP au plus',
    },
  },
}
