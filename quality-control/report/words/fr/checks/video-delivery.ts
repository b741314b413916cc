import type { Translations } from '../../translations'

export const videoDelivery: Translations['checks'] = {
  'video/bit-rate': {
    of: 'd519eb',
    title: 'Le débit est dans les limites',
    failureTitle: 'Le débit est hors des limites',
    why:
      'Un débit faible rend la compression visible. Un débit élevé bloque la lecture sur les ' +
      'connexions lentes, ou le fichier est refusé.',
    remedy: 'Exportez de nouveau avec un débit accepté.',
    says: {
      'The profile sets no bit rate.': 'Le profil ne fixe pas de débit.',
      'The bit rate of the video is unknown.': 'Le débit de la vidéo est inconnu.',
      'The video has only {0} Mbit/s.': 'Le débit de la vidéo n’est que de {0} Mbit/s.',
      'at least {0} Mbit/s': 'au moins {0} Mbit/s',
      'The video has {0} Mbit/s.': 'Le débit de la vidéo est de {0} Mbit/s.',
      'at most {0} Mbit/s': '{0} Mbit/s au plus',
    },
  },
  'video/captions': {
    of: '8a2e3f',
    title: 'Les sous-titres sont conformes',
    failureTitle: 'Les sous-titres ne sont pas conformes',
    why:
      'Les sous-titres servent aux personnes sourdes ou malentendantes et à tous ceux qui regardent ' +
      'sans le son. Ailleurs, une piste de sous-titres peut perturber les lecteurs.',
    remedy: 'Ajoutez une piste de sous-titres dans les langues attendues, ou exportez sans sous-titres.',
    says: {
      'The file has captions: {0}.': 'Le fichier contient des sous-titres : {0}.',
      'The file has no captions.': 'Le fichier ne contient pas de sous-titres.',
      captions: 'sous-titres',
      'There is no caption track in {0}.': 'Piste de sous-titres absente pour la langue : {0}.',
    },
  },
  'video/container': {
    of: '762e75',
    title: 'Le format du fichier vidéo est accepté',
    failureTitle: 'Le format du fichier vidéo n’est pas accepté',
    why:
      'Les lecteurs et les serveurs publicitaires n’acceptent que certains formats. Ils refusent les ' +
      'autres, ou les convertissent sans contrôle.',
    remedy: 'Exportez de nouveau dans un format accepté. Renommer le fichier ne change pas son format.',
    says: {
      'The file format is {0}; accepted: {1}.': 'Le format du fichier est {0} ; accepté : {1}.',
    },
  },
  'video/declared-values': {
    of: '3a99ea',
    title: 'L’en-tête du fichier est correct',
    failureTitle: 'L’en-tête du fichier est faux',
    why:
      'Les lecteurs et les serveurs publicitaires se fient à l’en-tête. Avec une durée fausse, ils ' +
      's’arrêtent trop tôt ou attendent des images qui n’arrivent jamais.',
    remedy: 'Exportez de nouveau, ou faites réécrire le conteneur par un outil.',
    says: {
      'The header states {0}, but the content ends after {1}.':
        'L’en-tête annonce {0}, mais le contenu s’arrête après {1}.',
    },
  },
  'video/duration': {
    of: 'ebbd48',
    title: 'La vidéo a la durée attendue',
    failureTitle: 'La vidéo est trop longue ou trop courte',
    why:
      'Un créneau réservé a une durée fixe. Une vidéo plus longue est coupée, une plus courte laisse ' +
      'un trou.',
    remedy: 'Coupez la vidéo à la durée attendue, à l’image près, et exportez de nouveau.',
    says: {
      'The profile sets no duration.': 'Le profil ne fixe pas de durée.',
      'The video lasts {0} ({1} frames).': 'La vidéo dure {0} ({1} images).',
      '{0} s ± {1} frame': '{0} s ± {1} image',
      '{0} s ± {1} frames': '{0} s ± {1} images',
      'The video lasts only {0}.': 'La vidéo ne dure que {0}.',
      'at least {0} s': 'au moins {0} s',
      'The video lasts {0}.': 'La vidéo dure {0}.',
    },
  },
  'video/programme': {
    of: '6b1783',
    title: 'Clap, noir et programme sont à leur place',
    failureTitle: 'Le programme n’est pas à sa place',
    why:
      'La régie de diffusion lance et arrête le spot à l’heure exacte. Ce qui n’est pas à sa place ' +
      'est coupé, ou le clap passe à l’antenne.',
    remedy: 'Replacez le programme sur la timeline, à l’image près, et exportez de nouveau.',
    says: {
      'There is no slate with black after it before the programme. The whole file was checked.':
        'Aucun clap suivi de noir ne précède le programme. Tout le fichier a été contrôlé.',
      '{0} s slate, then {1} s black': '{0} s de clap, puis {1} s de noir',
      'The programme starts 1 frame late.': 'Le programme commence 1 image trop tard.',
      'The programme starts 1 frame early.': 'Le programme commence 1 image trop tôt.',
      'The programme starts {0} frames late.': 'Le programme commence {0} images trop tard.',
      'The programme starts {0} frames early.': 'Le programme commence {0} images trop tôt.',
      '1 frame late': '1 image trop tard',
      '1 frame early': '1 image trop tôt',
      '{0} frames late': '{0} images trop tard',
      '{0} frames early': '{0} images trop tôt',
      'The slate before the programme lasts only {0}.': 'Le clap avant le programme ne dure que {0}.',
      'The black before the programme lasts only {0}.': 'Le noir avant le programme ne dure que {0}.',
      'The still after the programme is missing or too short.':
        'L’image fixe après le programme manque ou est trop courte.',
      'The timecode of the file does not fit: the programme was found by its slate and black.':
        'Le timecode du fichier ne correspond pas : le programme a été repéré par son clap et son noir.',
      'programme at {0}': 'programme à {0}',
      'programme at its start': 'programme à son point de départ',
      'There is audio before the programme, for {0}.': 'Il y a du son avant le programme, pendant {0}.',
    },
  },
  'video/slate': {
    of: '45dd9a',
    title: 'Le clap est conforme',
    failureTitle: 'Le clap est inattendu ou manque',
    why: 'Certains diffuseurs exigent un clap avant le spot. Partout ailleurs, le public le verrait.',
    remedy: 'Exportez avec ou sans clap, selon le cahier des charges de livraison.',
    says: {
      'The video starts without a slate.': 'La vidéo commence sans clap.',
      'a slate, then black': 'un clap, puis du noir',
      'The video seems to start with a slate: {0} still at {1}, then black.':
        'La vidéo semble commencer par un clap : {0} d’image fixe à {1}, puis du noir.',
    },
  },
  'video/slate-text': {
    of: '6a5f5c',
    title: 'Le clap correspond au fichier',
    failureTitle: 'Le clap ne correspond pas au fichier',
    why:
      'La régie de diffusion identifie un spot par son numéro d’identification. Le clap d’une autre ' +
      'version met le mauvais spot à l’antenne.',
    remedy:
      'Corrigez le clap ou le nom du fichier, pour que les deux portent le même numéro et la même durée.',
    says: {
      'The title on the slate is "{0}", but the file is named {1}.':
        'Le titre sur le clap est « {0} », mais le fichier se nomme {1}.',
      'The file has no slate.': 'Le fichier ne contient pas de clap.',
      'No text could be read on the slate. Compare its number with the file name yourself.':
        'Aucun texte n’a pu être lu sur le clap. Comparez vous-même son numéro avec le nom du fichier.',
      'The file name {0} is not on the slate.': 'Le nom du fichier, {0}, ne figure pas sur le clap.',
      'The slate says "{0}", but the file is named {1}.':
        'Le clap indique « {0} », mais le fichier se nomme {1}.',
      'The slate says {0} s, but the programme lasts {1}.':
        'Le clap indique {0} s, mais le programme dure {1}.',
    },
  },
  'video/timecode': {
    of: '7658f7',
    title: 'Le timecode est conforme',
    failureTitle: 'Le timecode manque ou est faux',
    why:
      'Les monteurs et la régie de diffusion repèrent une image par son timecode. Un timecode faux ' +
      'décale les sous-titres, les coupes et le début.',
    remedy: 'Exportez de nouveau avec un seul timecode continu, qui commence à la valeur attendue.',
    says: {
      'The file states no timecode.': 'Le fichier n’indique pas de timecode.',
      'The file has no timecode.': 'Le fichier n’a pas de timecode.',
      'a timecode': 'un timecode',
      'The timecode starts at {0}.': 'Le timecode commence à {0}.',
      'The timecode drops frame numbers, but the video has {0} fps.':
        'Le timecode est en drop-frame, mais la vidéo est à {0} fps.',
      'drop-frame only at 29.97 and 59.94 fps': 'drop-frame seulement à 29,97 et 59,94 fps',
      'The file states two timecodes for its first frame: {0} and {1}.':
        'Le fichier indique deux timecodes pour sa première image : {0} et {1}.',
      'The timecode has jumps.': 'Le timecode comporte des sauts.',
      jumps: 'sauts',
      'a continuous timecode': 'un timecode continu',
    },
  },
}
