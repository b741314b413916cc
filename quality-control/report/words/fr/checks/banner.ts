import type { Translations } from '../../translations'

export const banner: Translations['checks'] = {
  'banner/click-tag': {
    of: 'c24db9',
    title: 'Les clics passent par le serveur publicitaire',
    failureTitle: 'Les clics ne sont pas comptés',
    why:
      'Le serveur publicitaire fixe l’adresse derrière un clic et le compte. Sans clickTag, rien ' +
      'n’est compté.',
    remedy:
      'Ouvrez l’adresse avec la variable que fixe le serveur publicitaire, par exemple ' +
      'window.open(clickTag).',
    says: {
      'A link goes to {0}, past the ad server.':
        'Un lien mène à {0} sans passer par le serveur publicitaire.',
      'a click tag': 'un clickTag',
      'The banner has no click tag.': 'La bannière n’a pas de clickTag.',
    },
  },
  'banner/entry-page': {
    of: '347f88',
    title: 'La bannière s’ouvre sur une seule page',
    failureTitle: 'Le serveur publicitaire risque de ne pas trouver la page à ouvrir',
    why:
      'Un serveur publicitaire ouvre index.html à la racine de l’archive, et refuse une bannière ' +
      'qui n’en a pas.',
    remedy: 'Placez index.html à la racine : compressez les fichiers, pas le dossier qui les contient.',
    says: {
      'The page to open is "{0}".': 'La page à ouvrir est « {0} ».',
      'index.html at the top level': 'index.html à la racine',
      'There is more than one page at the top level: {0}.': 'Il y a plusieurs pages à la racine : {0}.',
      'one page': 'une seule page',
    },
  },
  'banner/external-calls': {
    of: '6cad40',
    title: 'La bannière ne charge rien d’ailleurs',
    failureTitle: 'La bannière charge des fichiers d’ailleurs',
    why:
      'Les serveurs publicitaires refusent les bannières qui chargent des fichiers d’autres ' +
      'serveurs. Ces fichiers peuvent changer ou disparaître, et révèlent à des tiers qui voit la ' +
      'publicité.',
    remedy:
      'Placez les fichiers dans l’archive. Demandez à l’éditeur avant de mesurer avec votre ' +
      'propre service.',
    says: {
      '{0} loads {1}.': '{0} charge {1}.',
      '{0} loads {1} without encryption, which browsers block.':
        '{0} charge {1} sans chiffrement, ce que les navigateurs bloquent.',
      '"{0}" loads {1}.': '« {0} » charge {1}.',
      'only files of the archive': 'uniquement des fichiers de l’archive',
      '"{0}" loads {1} without encryption, which browsers block.':
        '« {0} » charge {1} sans chiffrement, ce que les navigateurs bloquent.',
      http: 'http',
      https: 'https',
    },
  },
  'banner/file-count': {
    of: '1c2d60',
    title: 'La bannière a peu de fichiers',
    failureTitle: 'La bannière a trop de fichiers',
    why: 'Chaque fichier coûte une requête, et les serveurs publicitaires en limitent le nombre.',
    remedy:
      'Regroupez les images en une seule, regroupez les scripts, et retirez ce que la bannière ' +
      'n’utilise pas.',
    says: {
      'The banner has {0} files.': 'La bannière a {0} fichiers.',
    },
  },
  'banner/frames': {
    of: 'e75f89',
    title: 'La bannière se joue et finit sur une image avec du contenu',
    failureTitle: 'La bannière ne se joue pas comme prévu',
    why: 'Une bannière qui reste vide ou s’arrête sur une erreur est payée, mais personne ne la voit.',
    remedy:
      'Ouvrez la bannière décompressée dans un navigateur sans réseau et corrigez ce que sa console ' +
      'signale.',
    says: {
      'The banner was not rendered: {0}.': 'La bannière n’a pas été rendue : {0}.',
      'A script stops with an error: {0}.': 'Un script s’arrête sur une erreur : {0}.',
      'no error': 'aucune erreur',
      'The banner is blank after {0} s.': 'La bannière est vide après {0} s.',
      'a blank frame': 'une image vide',
      'a frame with content': 'une image avec du contenu',
      'The banner is blank when it has loaded.': 'La bannière est vide une fois chargée.',
      'The banner needs {0}, which is not loaded here.':
        'La bannière a besoin de {0}, qui n’est pas chargé ici.',
      'The banner still moves after {0} s.': 'La bannière bouge encore après {0} s.',
      'more than {0} s': 'plus de {0} s',
      'this host has no Chromium': 'Chromium n’est pas installé sur cet hôte',
      'the page does not answer': 'la page ne répond pas',
      'the browser ended': 'le navigateur s’est arrêté',
    },
  },
  'banner/load': {
    of: 'f69406',
    title: 'La bannière se charge vite',
    failureTitle: 'La bannière charge trop de données au départ',
    why:
      'Ce que la page charge d’emblée ralentit le site qui l’entoure. Les serveurs publicitaires ' +
      'le limitent, et le public passe à la suite.',
    remedy:
      'Compressez les images, chargez les gros fichiers une fois la page affichée, et retirez les ' +
      'polices et bibliothèques inutiles.',
    says: {
      'The page loads {0} at once.': 'La page charge d’emblée {0}.',
      'All files have {0} together.': 'L’ensemble des fichiers fait {0}.',
    },
  },
  'banner/missing-files': {
    of: 'c72c06',
    title: 'Tous les fichiers de la bannière sont dans l’archive',
    failureTitle: 'Des fichiers de la bannière manquent',
    why: 'Là où un fichier manque, la bannière montre un vide, une mauvaise police, ou rien.',
    remedy:
      'Ajoutez les fichiers et recréez l’archive. Les majuscules et minuscules des noms doivent ' +
      'être les mêmes que dans la page.',
    says: {
      '{0} loads "{1}", which is not in the archive.': '{0} charge « {1} », qui n’est pas dans l’archive.',
      '{0} loads "{1}", which is not in the archive. The archive has "{2}".':
        '{0} charge « {1} », qui n’est pas dans l’archive. Elle contient « {2} ».',
      '"{0}" loads "{1}", which is not in the archive.': '« {0} » charge « {1} », absent de l’archive.',
      '"{0}" loads "{1}", which is not in the archive. The archive has "{2}".':
        '« {0} » charge « {1} », absent de l’archive. L’archive contient « {2} ».',
      'in the archive': 'dans l’archive',
    },
  },
  'banner/size': {
    of: '30017c',
    title: 'La bannière indique une taille acceptée',
    failureTitle: 'La taille de la bannière manque ou est fausse',
    why:
      'Un serveur publicitaire lit la taille dans la page. Sans elle, la bannière est refusée ou ' +
      'affichée tronquée.',
    remedy:
      'Écrivez <meta name="ad.size" content="width=300,height=250"> dans l’élément head, avec la ' +
      'taille réservée.',
    says: {
      'The page does not state its size.': 'La page n’indique pas sa taille.',
      'no ad.size': 'pas de ad.size',
      'ad.size with width and height': 'ad.size avec largeur et hauteur',
      'The size cannot be read from "{0}".': 'La taille ne peut pas être lue dans « {0} ».',
      'width=300,height=250': 'width=300,height=250',
      'The banner has {0} × {1} pixels, which is not an accepted size.':
        'La bannière fait {0} × {1} pixels, ce qui n’est pas une taille acceptée.',
    },
  },
  'banner/unwanted-files': {
    of: '72fd2b',
    title: 'L’archive ne contient que des fichiers de la bannière',
    failureTitle: 'L’archive contient des fichiers étrangers à la bannière',
    why:
      'Les serveurs publicitaires refusent les archives qui contiennent des programmes, des liens ' +
      'ou des archives. Des fichiers oubliés alourdissent la bannière.',
    remedy: 'Retirez les fichiers cités et recréez l’archive.',
    says: {
      '"{0}" is an archive in the archive.': '« {0} » est une archive dans l’archive.',
      '"{0}" is a program.': '« {0} » est un programme.',
      '"{0}" is a symbolic link.': '« {0} » est un lien symbolique.',
      '"{0}" has a path that leads out of the archive.': '« {0} » a un chemin qui sort de l’archive.',
      '"{0}" was left by the operating system.': '« {0} » est un reste du système d’exploitation.',
      '"{0}" has the same name as another file.': '« {0} » porte le même nom qu’un autre fichier.',
      'files of the banner only': 'uniquement des fichiers de la bannière',
      'unsafe path': 'chemin dangereux',
      'system file': 'fichier système',
      'same name': 'même nom',
    },
  },
}
