import type { Translations } from '../../translations'

export const audioTracks: Translations['checks'] = {
  'audio/codec': {
    of: 'fd2ea5',
    title: 'Le codec audio est accepté',
    failureTitle: 'Le codec audio n’est pas accepté',
    why: 'Un lecteur qui ne connaît pas le codec reste muet, ou le son est reconverti et perd en qualité.',
    remedy: 'Exportez de nouveau avec un codec accepté.',
    says: {
      'The audio is encoded as {0}; accepted: {1}.': 'Le son est encodé en {0} ; accepté : {1}.',
    },
  },
  'audio/dead-channel': {
    of: '787b37',
    title: 'Chaque canal contient du son',
    failureTitle: 'Un canal est muet',
    why:
      'Un canal muet prive de son une oreille ou un haut-parleur. Un câble ou une piste manque dans ' +
      'la chaîne.',
    remedy: 'Vérifiez l’affectation des canaux à l’export, et exportez de nouveau.',
    says: {
      'The audio has a single channel.': 'Le son n’a qu’un canal.',
      'Channel {0} is silent.': 'Le canal {0} est muet.',
      'digital silence': 'silence numérique',
      'peak {0} dBFS': 'crête à {0} dBFS',
      'peak above {0} dBFS': 'crête au-dessus de {0} dBFS',
    },
  },
  'audio/layout': {
    of: '26a549',
    title: 'La configuration des canaux est acceptée',
    failureTitle: 'La configuration des canaux n’est pas acceptée',
    why: 'Une configuration de canaux inattendue est mixée automatiquement, ou une partie ne s’entend pas.',
    remedy: 'Exportez le mixage avec les canaux attendus.',
    says: {
      'The channel layout is unknown ({0} channels); accepted: {1}.':
        'La configuration des canaux est inconnue ({0} canaux) ; accepté : {1}.',
      'The channel layout is unknown; accepted: {0}.':
        'La configuration des canaux est inconnue ; accepté : {0}.',
      'The channel layout is {0}; accepted: {1}.': 'Configuration des canaux : {0} ; accepté : {1}.',
      'unknown ({0} channels)': 'inconnue ({0} canaux)',
      unknown: 'inconnue',
      mono: 'mono',
    },
  },
  'audio/length': {
    of: '5594e5',
    title: 'Le son et la vidéo ont la même longueur',
    failureTitle: 'Le son et la vidéo n’ont pas la même longueur',
    why:
      'La partie la plus longue est coupée ou laisse un trou. Une différence signifie souvent que le ' +
      'son et l’image se désynchronisent.',
    remedy: 'Coupez le son et la vidéo à la même longueur, et exportez de nouveau.',
    says: {
      'The audio is {0} longer than the video.': 'Le son est plus long que la vidéo de {0}.',
      'The audio is {0} shorter than the video.': 'Le son est plus court que la vidéo de {0}.',
    },
  },
  'audio/mono': {
    of: 'fb4ebe',
    title: 'Le son stéréo est bien stéréo',
    failureTitle: 'Le son stéréo a deux canaux identiques',
    why:
      'Deux canaux identiques viennent en général d’une source mono, ou d’un canal perdu remplacé par ' +
      'une copie.',
    remedy: 'Vérifiez que le mixage stéréo a été exporté. Si le mono est voulu, ne changez rien.',
    says: {
      'Less than a second is audible.': 'Moins d’une seconde est audible.',
      'Left and right channels are identical.': 'Les canaux gauche et droit sont identiques.',
      '{0} % of the audio': '{0} % du son',
    },
  },
  'audio/phase': {
    of: '9393a4',
    title: 'Le son passe bien sur un haut-parleur mono',
    failureTitle: 'Les canaux gauche et droit s’annulent',
    why:
      'Les téléphones et les haut-parleurs uniques additionnent les deux canaux. Ce qui est en ' +
      'opposition de phase disparaît, souvent la voix en premier.',
    remedy: 'Inversez la polarité d’un canal, ou réduisez l’élargisseur stéréo.',
    says: {
      'Left and right are out of phase for {0} from {1}.':
        'La gauche et la droite sont en opposition de phase pendant {0} à partir de {1}.',
      'correlation near -1': 'corrélation proche de -1',
      'correlation above -0.985': 'corrélation au-dessus de -0,985',
      'Left and right are almost opposite throughout.':
        'La gauche et la droite sont presque opposées du début à la fin.',
      'mean phase {0}': 'phase moyenne {0}',
    },
  },
  'audio/presence': {
    of: '8fa2ee',
    title: 'La vidéo a du son',
    failureTitle: 'La vidéo n’a pas de son',
    why: 'Un spot sans son est en général un export avec une piste manquante ou désactivée.',
    remedy:
      'Exportez de nouveau avec la piste audio. Si la vidéo doit être muette, utilisez un profil pour ' +
      'vidéo muette.',
    says: {
      'The file has no audio track.': 'Le fichier n’a pas de piste audio.',
      'The audio track is silent from start to end.': 'La piste audio est silencieuse du début à la fin.',
      'below -60 dBFS': 'sous -60 dBFS',
    },
  },
  'audio/sample-rate': {
    of: 'abecc4',
    title: 'La fréquence d’échantillonnage est acceptée',
    failureTitle: 'La fréquence d’échantillonnage n’est pas acceptée',
    why:
      'La vidéo utilise 48 kHz. Les autres fréquences sont converties, et une mauvaise conversion ' +
      'change la hauteur et la durée du son.',
    remedy: 'Exportez le son à la fréquence d’échantillonnage attendue.',
    says: {
      'The audio has a sample rate of {0} Hz.': 'La fréquence d’échantillonnage du son est de {0} Hz.',
    },
  },
  'audio/start': {
    of: '750641',
    title: 'Le son et la vidéo commencent ensemble',
    failureTitle: 'Le son et la vidéo ne commencent pas ensemble',
    why:
      'Un départ décalé désynchronise les lèvres et la voix, et certains lecteurs ignorent le ' +
      'décalage et l’aggravent.',
    remedy: 'Exportez de nouveau avec les deux pistes qui commencent à zéro.',
    says: {
      'The audio starts {0} ms after the video.': 'Le son commence {0} ms après la vidéo.',
      'The audio starts {0} ms before the video.': 'Le son commence {0} ms avant la vidéo.',
      'at most 1 frame': '1 image au plus',
    },
  },
}
