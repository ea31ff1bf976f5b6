//! Structs of 1, 10, 100 and 1,000 fields of one type, so that nothing but the number of fields differs.
//!
//! The names were drawn from syllables, of lengths as they are in programs. They stand here because a macro by example cannot make names.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

/// A struct of these fields, what it derives beside fastjson's traits, and its fields' names in order.
macro_rules! flat {
    (#[$serde:meta] $type:ident { $($field:ident)* }) => {
        #[derive(FastJson)]
        #[$serde]
        pub(super) struct $type {
            $($field: u64,)*
        }

        impl Flat for $type {
            const FIELD_NAMES: &[&str] = &[$(stringify!($field)),*];

            fn values(&self) -> impl Iterator<Item = u64> {
                [$(self.$field),*].into_iter()
            }
        }
    };
}

/// A struct whose fields are numbers.
pub(super) trait Flat {
    /// The fields' names as they are declared.
    const FIELD_NAMES: &[&str];

    /// The fields in this order.
    fn values(&self) -> impl Iterator<Item = u64>;
}

/// Structs each of which has the fields of the one before it, and some more.
macro_rules! growing {
    ([$($field:ident)*]) => {};
    ([$($field:ident)*] #[$serde:meta] $type:ident { $($more:ident)* } $($rest:tt)*) => {
        flat! { #[$serde] $type { $($field)* $($more)* } }
        growing! { [$($field)* $($more)*] $($rest)* }
    };
}

#[rustfmt::skip]
growing! {
    []
    #[derive(Serialize, Deserialize)]
    One {
        enmi
    }
    #[derive(Serialize, Deserialize)]
    Ten {
        ra lo bel_quigra hol bel_sen ulul sen mi_belhol neren
    }
    #[derive(Serialize, Deserialize)]
    Hundred {
        ju_ravo gralo_da tu pavo kaos_sen_os holcorsenju tu_cor fiyor nerbel yor senzimka senzim
        coris_pawen sen_voos loanos belgra xahol pacor_fi_os rais vomi cor_fi holan_pa anen tusen
        wenqui voxabel vozimrami bel_gra os_fi beldaan tu_an tu_mi lotu da paos_papa is_pa_wen
        loen_wen juul_cor filo rayor_qui zim_yorgrazim quipa an ispaisgra lo_lo_cor kagra anpaul
        voda_mizim zimul xami_os_mi zim_ul tu_pavo_lo xaul_daqui gra_an quihol isra belxa vosen
        nerquien os fitu_anyor darabel pa_zimyor gra_is qui raan tuqui wenis zimpaqui ragra nerda
        cor_vo gra juzim_da ul_volo holxa pafi holfiwenner kacor ka os_oswen ju_quicor da_cor is_yor
        vois quisen_pa zim fi_ner_cor cortu daosanka
    }
    // Serde's derive for it costs the compiler minutes, which not every build of this program should pay.
    #[cfg_attr(feature = "serde-thousand", derive(Serialize, Deserialize))]
    Thousand {
        enbelqui is_bel ulju juos islo bel_an ragraqui vo ulnervopa wengra grawen milo enan_cor_ul
        miquivo_ju fiis loka kaholbel fian pa qui_ul yor_an_cor senbel ju_ul quiyoren miyorka xatu
        wen ulnerxa yorquisen vosenzim_wen bel ullo os_ra ul vo_holpa xa racorvo is_zim xaul micor
        juyorbel kais ju_tusen is_vo vo_pa juos_os graju_cor corqui is_mi cor_sen qui_islo isdawen
        mi_an voos enner_lo anka mi_dagra_wen mi sencor yoris dabel ul_en nerqui lozimneran ra_graxa
        ostu jupabel paner isxa is_miul mida_fi zim_para os_ner_enra lois anxa nerxa iska issen
        voqui gracorishol an_en yorzimpa quios_os_hol daxawen corra holsen wenjuen wen_yor ju
        sen_grami juosis pa_qui anner ul_nercor hol_pa wenner graan quicor_gra gra_holos_hol patufi
        beltu_en mios xada ka_gra xaosbel lo_ka_os_fi dara zim_ner pagralo loxa holzim bel_mi xacor
        belisxa juan zim_ul_cor wenos zimis pa_enpafi yor_entu lozim mi_yor cor_ul rakafi corgrada
        fi_hol tu_vo yor_voyor is_sen xa_is sengra ishol ul_zim bel_da holos_lo_bel sengracor tuis
        andaul bello beltu fitu belzim cor_ner vo_ra corul_fi voju senloner loul_gra_mi senlo en_an
        ulzim lo_xaqui quifi yorzim grajuen_bel micorwen mitu_gra belmi mi_lo xa_gra yorvobel tuos
        yorjuul mivo os_fian holos osfi_zimpa corzim vobel_bel kayor_xa mi_ulzim xa_wenda juzim
        vozim corlo fika os_en gra_sen hol_ka_lo ulis fizim belullo sen_wenda mi_xazimlo ka_yor
        quiisjuul xaan enju en holtu juda holner_sen tu_pa wenen vo_zim isanbelul ostu_qui hol_fi
        daan_tura tuulqui fi_quiju zimpawen xa_os osfi_hol beldaka iswenbelis isjuul fi hol_xa xa_ka
        ka_tu ulwenvora annerxa_hol sencor_sen loen wenul cor_xabel grara mi_da_hol ulcoryor_ul
        yorulgra_ju jubel kayor pajutu ner yorda_lo grawen_cor an_qui yorbelanlo pasen qui_is_senfi
        fida corpa_zimwen anlogra quifimi enra yor_tuul enosvo oswen holenka qui_gra wen_tu_enxa
        lofi_hol da_fivo zimju is_gra mi_os zimner ul_ju_os mi_anxa sensenxa xaulyor vofi ner_ka
        danerhol fiis_ner nerqui_vovo an_mipa_da graquilo_da quian loquikaner miqui lo_ulbel ulwen
        isdahol holzim_mi cor_zimzimul enlovoul yorra pa_lozim_hol xa_zimislo tu_ul cor senkazimen
        angra_cor holfi zim_en zim_ra tuzimcor uljugrapa voda nerhol pa_ra enwen fira anfika juoslo
        corfiul kazimda enkada yorqui juner rabel lopa isquilo daka_graka ramira pa_tuyorvo tuen
        wen_tu_vo os_ulyor belneryorda enzimju_ra ulsenbel dayorzimner enpa_yor pagraen dacor_gra
        senhol_os xawen_wenen paos_vo votucor fi_patu xaos_pa daloulfi osis_zim_yor wenzimtu
        jusen_ner zim_os is_ner yorzimbelju eniszim lo_ra pa_zimmi ju_tu os_wen sen_yor loyorcor_hol
        quika_pa_qui zim_wen senlomi belpa os_zimcor isqui senpa sentuenis cor_an lowenos mida_wen
        holulcor fios belra beliszimqui vo_xa os_yorul mida fi_os voan zim_bel holcor_tulo
        anulcor_os en_ka osra_en ner_hol senju is_pa pa_da belul_zim ju_da loner holda fibel en_ul
        quikaquien grais fiqui fi_gra_tu xa_pa_yor vowenul ancor nerxabel ul_pa yor_pa isholfi
        losentu qui_cor holkayor beljudaxa enan_hol ananda antu da_wenfibel isda_dada holenvosen
        quibel_mi ka_mi zimka_mi en_volo anlo_da graqui enner osulbel_zim ultuisvo bel_ju ul_fi
        quiiscor osda ner_sen ul_mi loosra ju_anholka mi_anlo raka gra_ju cortu_lo oslo voxa kavo
        gratutu daxaxa en_nerda dapami dami_os julo tumiul pa_mios_ju mi_senhol tuhol ner_an sen_pa
        yorjura quixavoner osan holdaner senengra yortu kawen_qui kalo juqui_fida nerulfi quigra
        tudalo bel_wen_ner wenraan payor ulra quiyor paostu anvo_yor lo_is ulda corlogra senyor
        bel_tu belfi fikaanos corhol wensenhol paan_zim lo_mi mira rami cordaner migra hol_ner
        an_kazim ra_zim oszim lo_lo miul jupa os_vo istuos mitu yorda isxayoryor anmi fiyorhol
        lozim_qui ju_corhol yorul enisfian anvo holmi da_fiju hol_wen_vo nergra mi_xa holsen_pa vovo
        yoryorulju bel_holvo yorlo xami_xa corloner xawenul wengraner en_payorgra fi_ra ul_hol_rais
        corgra envo pa_holwen enul en_wen holkaul fivovoen gra_dawen_ju ju_gra os_da ossen ra_cor
        ka_xasen pagra anlo juultu ul_hol anan_yor fiul fidazim kamifi is_hol ulwenmibel jutu
        holfien ospa_gragra zim_quineren fixa_fi sen_vo_losen nerra en_mitutu nerlo_pa kaqui_ulan
        corenvo lo_qui mi_is is_ul voiswen rasen qui_sensen enqui yordaul vomi_rafi yor_tu bel_lo
        tu_graos senda lofiloxa quixa xa_pa lodalo hol_islo sen_os_dazim vovo_mien zim_isosan ulvotu
        tuqui_corlo tu_belgra kasen kaan ka_hol tubel voen_is losen enwenbel ner_ulsenul zimen yorka
        ulhollo belwen zimpa zimhol en_gra voosmios coren_ju ra_vo_ka jusen loyor corpa_ka
        is_hol_wen gra_tu ul_da_gra tu_bel sen_ka_xaen angra xaanulpa belcorultu os_an senul
        wen_xa_ka lonerlo_ra senka_hol payorbel ra_wenosra isan yor_loen_ul ra_yor loxaen yorfiquian
        pagraul_lo an_davoxa lobelhol voul nerholhol ul_is grasen ju_ju holfika_vo xa_lo osfi_ner_en
        osvo kaul mika_bel wen_anbel nerwen_da cor_da holvo xaraqui pacorlo_gra fi_anis quibel
        lois_an raju ner_xawen nermien anholtu tuxami dacortu rakavo os_sen ulpaqui holul milowencor
        kacorul yorisis loqui_sen coryor graqui_fi ulbelka nerdaneren zimquiqui miju daosul
        qui_enanvo loqui_ka gra_ansen wen_ra corgra_enner juner_ner_ul senentugra ka_cor mimi ulyor
        ososwen ficor xagra osdacor_hol cor_yor bel_vo pabel nersenen ul_enka_ka is_quiis jurami
        ra_is_jugra vopa wenra ka_anra kabel_ishol sentuosmi ul_da cor_tupafi pahol xa_juzim yor_wen
        corbel_nerhol neren_bel osju senzim_kawen ra_gra vohol_mi_bel ra_wen_cor nerka lodavogra
        pa_lo pa_corgrapa cor_graenpa sen_ju da_an_lo zimcor daxa fi_tu_mios ul_wen locorlo fivo
        anul ju_en os_hol belqui_is xara zimzim wen_xa fienis_an dacor_vo yorzim_qui tuyor
        jukacor_zim nerzim enxa enzim gragra kawencor ulbellozim fizimpa iswen nermi quijuxa_sen
        zimzim_is_yor rahol vowenbel ulvoyor_ka vozimka zim_ju tuan pa_ner_nertu os_tu cor_is nervo
        dagra fimiis_ka tumijupa grafi_mi dahol voisxalo quivomien kaosis wenulvo belulpa vodarami
        tu_xaos an_is senqui_bel ulis_ul annerra voulmipa kafi xa_qui isju gratu mika is_da osquiner
        bel_en pavora lowen zim_juul wensenju holcor vonerzim ulfi xawenda xakamimi enraxa engra
        holsenner zimvo enen_hol_vo mijuen tutuquiis corlo_anwen anos osis senra os_dapa kaqui razim
        zimsen fi_anzimqui corul neros tuos_gra fiju an_osyor yor_is wenjuxazim an_cor_lo ulxaxaul
        ulka_lo wenlo osyorda yorpa kapa_enda neryor_xa ner_enenan zim_corosyor tura lomi graos
        ulvowen xaxa_bel vowenhol tu_en zim_hol zimxahol anbelosbel vobelra_ul anpa dafi_en kadaqui
        anraulcor racorwenbel an_ra_xa zim_osgra voner corra_qui holdacor juenpa_tu wen_yortu
        xayorzimcor enner_zim dafi ulpayor yor_kais_zim ralo anyor ka_zim nerul gra_qui raholner
        ul_corulgra is_nerwen os_tuvo yor_mi ul_xa_sen ju_cor coren paul_qui osfidais kaka
        zimholda_gra vo_is pada ulcor bel_cor enlo fien_lo holzimfi_ju graholyor pa_isan loholju_an
        wenpacor holner os_pa ra_bel pa_xa midabel gra_da osos da_gra locorda_wen zimquian holyor_pa
        xabel vo_ul coros_gra graju gra_cor_mi pa_hol tu_gra kabelner_fi yor_fi an_entuzim mi_en_is
        enen senka ner_fi oszimneris is_wenner da_anjucor sen_daos vozimlo nercor sen_mi isulhol
        vocor pagravo paka ulfios raner lomivo ulgra enmi_tu oskasen nerka_fizim senyorgra isficor
        senbelgraan an_fi_cor_wen zim_hol_an pa_ka kaju is_ka is_cor en_wen_nermi dacor zimwen
        vo_pa_senner hol_yor quira xa_an
    }
}
