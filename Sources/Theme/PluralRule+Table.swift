// Made by scripts/make-languages from Unicode CLDR, as Babel 2.19.0 has it (licence: Unicode-3.0);
// do not edit.

extension PluralRule {
    /// Languages, and the rules of their forms other than `other`. `n` is a whole number of 0 or more.
    static let table: KeyValuePairs = [
        "aa ab ady agq ann apc arn ary ba bas bew bgc bgn blt bm bo bqi brh bss bua byn cad cch ccp cho cic "
            + "co cop cu dav dje dua dyo dz ebu ewo frr gaa gez gn guz hnj hrx ht id ig ii ja jv kaa kam kbd kde "
            + "kea kek ken kgp khq ki kln km ko kpe ksf kxv la lkt lmo lo lrc ltg lu luo luy lzz mai mdf mer mfe "
            + "mgh mhn mi mic mni moh mrh ms mua mus mww my myv mzn nds nmg nqo nus nv oc oka osa pi pis pms qu "
            + "quc raj rhg rif rn rw sa sah sbp ses sg shn sid skr su sus suz szl th to tpi trv trw tt twq tyv vai "
            + "vmw wal wbp wo xdq xnr yav yo yrl yue za zgh zh":
            "",
        "af an asa ast az bal bem bez bg brx ce cgg chr ckb da de dv ee el en et eu fi fo fur fy gsw ha haw "
            + "hu ie jgo jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nb nd ne nl nn nnh no nr "
            + "ny nyn om or os pap ps rm rof rwk saq sc sd sdh seh sn so sq ss ssy st sv sw syr ta te teo tig tk "
            + "tn tr ts ug ur uz ve vun wae xh xog yi":
            "one: n in 1",
        "ak bho csw ln mg nso pa ti wa": "one: n in 0..1",
        "am as bn doi fa gu hi kn kok pcm tg vi zu": "one: n in 0 or n in 1",
        "ar": "zero: n in 0; one: n in 1; two: n in 2; few: n mod 100 in 3..10; many: n mod 100 in 11..99",
        "be ru uk":
            "one: n mod 10 in 1 and n mod 100 not in 11; few: n mod 10 in 2..4 and n mod 100 not in 12..14; "
            + "many: n mod 10 in 0 or n mod 10 in 5..9 or n mod 100 in 11..14",
        "blo cv ksh": "zero: n in 0; one: n in 1",
        "br":
            "one: n mod 10 in 1 and n mod 100 not in 11,71,91; two: n mod 10 in 2 and n mod 100 not in "
            + "12,72,92; few: n mod 10 in 3..4,9 and n mod 100 not in 10..19,70..79,90..99; many: n not in 0 "
            + "and n mod 1000000 in 0",
        "bs hr sr": "one: n mod 10 in 1 and n mod 100 not in 11; few: n mod 10 in 2..4 and n mod 100 not in 12..14",
        "ca es gl it lld scn vec": "one: n in 1; many: n not in 0 and n mod 1000000 in 0",
        "ceb fil": "one: n in 1,2,3 or n mod 10 not in 4,6,9",
        "cs sk": "one: n in 1; few: n in 2..4",
        "cy": "zero: n in 0; one: n in 1; two: n in 2; few: n in 3; many: n in 6",
        "dsb hsb sl": "one: n mod 100 in 1; two: n mod 100 in 2; few: n mod 100 in 3..4",
        "ff hy kab si": "one: n in 0,1",
        "fr pt": "one: n in 0..1; many: n not in 0 and n mod 1000000 in 0",
        "ga": "one: n in 1; two: n in 2; few: n in 3..6; many: n in 7..10",
        "gd": "one: n in 1,11; two: n in 2,12; few: n in 3..10,13..19",
        "gv": "one: n mod 10 in 1; two: n mod 10 in 2; few: n mod 100 in 0,20,40,60,80",
        "he iu naq sat se sma smj smn sms": "one: n in 1; two: n in 2",
        "is mk": "one: n mod 10 in 1 and n mod 100 not in 11",
        "kw":
            "zero: n in 0; one: n in 1; two: n mod 100 in 2,22,42,62,82 or n mod 1000 in 0 and n mod 100000 "
            + "in 1000..20000,40000,60000,80000 or n not in 0 and n mod 1000000 in 100000; few: n mod 100 in "
            + "3,23,43,63,83; many: n not in 1 and n mod 100 in 1,21,41,61,81",
        "lag": "zero: n in 0; one: n in 0,1 and n not in 0",
        "lt": "one: n mod 10 in 1 and n mod 100 not in 11..19; few: n mod 10 in 2..9 and n mod 100 not in 11..19",
        "lv prg": "zero: n mod 10 in 0 or n mod 100 in 11..19; one: n mod 10 in 1 and n mod 100 not in 11",
        "mt": "one: n in 1; two: n in 2; few: n in 0 or n mod 100 in 3..10; many: n mod 100 in 11..19",
        "pl":
            "one: n in 1; few: n mod 10 in 2..4 and n mod 100 not in 12..14; many: n not in 1 and n mod 10 "
            + "in 0..1 or n mod 10 in 5..9 or n mod 100 in 12..14",
        "ro": "one: n in 1; few: n in 0 or n not in 1 and n mod 100 in 1..19",
        "sgs":
            "one: n mod 10 in 1 and n mod 100 not in 11; two: n in 2; few: n not in 2 and n mod 10 in 2..9 "
            + "and n mod 100 not in 11..19",
        "shi": "one: n in 0 or n in 1; few: n in 2..10",
        "tzm": "one: n in 0..1 or n in 11..99",
    ]
}
