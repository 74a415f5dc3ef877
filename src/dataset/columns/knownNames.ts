import { fold } from "../cells/fold.ts";
import type { Role } from "./TableForm.ts";

/**
 * Names of columns as data sets have them, in the languages in which people keep them, English first, without case, accents,
 * spaces and signs. The first that occurs has the role.
 */
export const NAMES: readonly (readonly [Role, readonly string[]])[] = [
  [
    "user",
    words(`
      userid user uid username friend watcher usercode userkey reviewerid reviewer reviewername raterid
      rater profile rezensent recensent customerid customer custid clientid client memberid member
      personid person profilename reviewprofilename visitorid visitor accountid account subscriberid
      viewerid viewer sessionid session playerid player readerid reader listenerid listener authorid
      critic criticname taster tastername respondent respondentid participant participantid voter steamid
      playlistid playlist pid who userkennung benutzer benutzerid nutzer nutzerid kunde kundenid
      kundennummer utilisateur idutilisateur usuario idusuario usuarioid amigo amiga persona
      personne ami amie freund freundin cliente utente idutente gebruiker gebruikerid klant uzytkownik
      iduzytkownika uzivatel felhasznalo kullanici kullaniciid kullaniciadi anvandare bruger bruker kayttaja household
      householdid householdkey student studentid pupil schuler schulerin eleve alumno alumna shopper
      shopperid buyerid buyer guestid pseudo pseudonyme internaute ονομαχρηστη χρηστης pengguna teilnehmer teilnehmerid proband probandid participante partecipante deltager deltagare deelnemer uczestnik namapengguna pembeli
      horer horerid zuschauer auditeur spectateur oyente ouvinte ascoltatore spieler spielerid joueur jugador giocatore jogador gracz hrac speler spelare pelaaja oyuncu игрок
      nguoidung khachhang utilizator utilizador klient korisnik pouzivatel felhasznalonev uyead
      benutzername kayttajanimi nombreusuario nombredeusuario nomeutente nomeusuario msno displayname
      потребител usuari naudotojas vartotojas lietotajs корисник notandi uzanto erabiltzailea uporabnik
      kasutaja کاربر nomutilisateur nomdutilisateur nazwauzytkownika brukernavn gebruikersnaam пользователь
      idпользователя юзер имяпользователя користувач клиент покупатель משתמש המשתמש المستخدم مستخدم ผู้ใช้
      उपयोगकर्ता 用户 用户id 用户名 用户编号 使用者 用戶 用戶名 ユーザー ユーザーid ユーザー名 会員 会員番号 사용자 사용자id 사용자명 회원 회원번호
    `),
  ],
  [
    "item",
    words(`
      movieid movie filmid film itemid item iid bookid isbn book gameid game bggid appid beerid beerbeerid
      what beer productid parentasin asin product articleid article songid trackid song track artistid artist
      trackuri showid animeid anime mangaid recipeid recipe restaurantid placeid venueid poiid locationid
      businessid courseid jokeid videoid podcastid newsid entityid objectid contentid postid asins idfilm
      idfilmu filmu filme pelicula idpelicula peliculaid libro idlibro livre idlivre oeuvre buch buchid
      artikel artikelid produkt produktid spiel spielid boek filmnummer ksiazka kniha elokuva konyv
      stockcode sku itemcode productcode upc gmapid reference oeuvres producto productos prodotto prodotti
      produto produkty филм pellicula filmas filma filmo فیلم کتاب mynd filem ταινια sach phim carte cartea knjiga фильм idфильма книга фільм товар סרט הסרט ספר
      الفيلم فيلم الكتاب ภาพยนตร์ หนัง फिल्म 电影 电影id 影片 书籍 商品id 書籍 商品 物品 映画 作品 작품 영화 영화id 상품 책
    `),
  ],
  [
    "rating",
    words(`
      rating ratings userrating ratingval ratingvalue starrating userscore reviewrating bookrating
      movierating filmrating myrating myscore yourrating reviewoverall reviewscore overallrating
      overallscore totalrating finalrating overall score stars star grade points point mark vote value
      liked like likedit didyoulikeit enjoyed enjoyedit preference feedback rate recommendation
      reaction recommended isrecommended votedup bewertung wertung note notes manote noteutilisateur punkte sterne
      evaluation avis calificacion puntuacion puntaje puntuacio ocjena hinne hinnang ivertinimas
      vertinimas vertejums einkunn vleresimi penilaian penarafan takso balorazioa puntuazioa puntuaketa امتیاز оцена nota valoracion
      votacion voto valutazione punteggio beoordeling cijfer waardering score10 ocena mojaocena hodnoceni
      ertekeles puan betyg mittbetyg vurdering karakter arvosana mine verdict hearts tier wouldrecommend
      wouldyourecommend wouldyourecommendit thumbs thumb daumen estrelas estrellas stelle gwiazdki etoiles noten schulnote
      schulnoten puanim puanlama notum βαθμολογια βαθμος diem danhgia diemdanhgia nilai peringkat notamea evaluare
      avaliacao classificacao oceno hodnotenie arviointi arvio terningkast оценка мояоценка оцінка
      мояоцінка ציון דירוג التقييم تقييم คะแนน เรตติ้ง रेटिंग मेरीरेटिंग рейтинг мойрейтинг балл 我的评分 评分
      评价 得分 打分 評分 評価 スコア 評価点 点数 평점 별점 점수 hours hoursplayed playtime playtimeforever hoursonrecord
      stunden spielstunden spielzeit heures heuresdejeu horas horasjugadas ore godziny uren wiedergaben ecoutes reproducciones reproducoes ascolti odtworzenia прослушивания 播放次数 再生回数
      часы 时长 游戏时长
      playcount plays listencount listens count weight times
    `),
  ],
  [
    "timestamp",
    words(`
      timestamp unixreviewtime datetime date time eventdate ratedat daterated reviewtime reviewdate
      createdat created watchedat watcheddate eventtime when ts datum zeit zeitpunkt zeitstempel fecha
      hora data horario dato tarih paivamaara pvm ημερομηνια ngay tanggal дата время תאריך التاريخ วันที่
      दिनांक 时间 日期 時間 日付 日時 鑑賞日 تاریخ tarikh dagsetning 날짜 일자 일시 시간
    `),
  ],
  [
    "title",
    words(`
      title movietitle заглавие наслов naslovfilma pealkiri pavadinimas nosaukums titill titulli tajuk judul judulfilm judulbuku
      pamagat izenburua titol titolpellicula fulltitle booktitle filmtitle filmtitel buchtitel gametitle itemtitle
      producttitle primarytitle moviename filmname bookname gamename animename name beername productname
      itemname songname trackname artistname titel titre titulo titolo tytul nazev cim baslik otsikko nimi
      nimike filmcim filmcime nomedofilme nomedelfilm nombredelapelicula nombrepelicula nomdufilm
      nazevfilmu nazwafilmu tytulfilmu konyvcim filmadi kitapadi titlu titlul titulofilme titulopelicula
      titrefilm titredufilm filmtittel tittel naslov namn navn naam filmensnamn filmnamn filmenstitel
      filmensnavn filmnavn filmnaam फिल्मकानाम tenphim tensach τιτλος название наименование
      названиефильма назва назвафільму כותר שםהסרט שםהספר نامفیلم العنوان عنوان اسمالفيلم ชื่อเรื่อง
      ชื่อหนัง शीर्षक 标题 片名 电影名 电影名称 书名 商品名 商品名称 タイトル 題名 映画タイトル 作品名 제목 영화제목 상품명 album albumtitle albumname
    `),
  ],
  [
    "year",
    // Douban's 简介, a summary, begins with it.
    words(`
      year yr releaseyear releasedutcms anydestrena any premiarar premierear yapimyili cikisyili vizyonyili utgivningsar utgivelsesar
      udgivelsesar produktionsar arstal lanseringsar premierejaar година aasta metai gads leto viti tahunrilis
      taon urtea releasejahr jahrdererscheinung publishdate anodelancamento anodeestreno annodiuscita
      anneedesortie rokvydani anneedeproduction 上映日期 上映年份 上映年 movieyear yearofpublication yearpublished
      publicationyear originalpublicationyear startyear yearreleased releasedate firstreleasedate
      firstairdate released publicationdate premiered jahr erscheinungsjahr annee anno ano jaar rok
      rokprodukcji rokpremiery ev yil ar vuosi productionyear premieredate an anul godina tahun ετος
      namsanxuat nam год годвыпуска рік שנה السنة سنة سال ปี वर्ष 年份 年 公開年 製作年 简介 연도 제작연도
    `),
  ],
  [
    "labels",
    words(`
      genres genre genreids category categories tags keywords class gattung gatunek gatunki generi genero
      generos zanr zanry жанр жанры 类型 类别 ジャンル 장르
    `),
  ],
  [
    "imdb",
    words(`
      imdbid imdb imdbtitleid tconst imdburl
    `),
  ],
  [
    "tmdb",
    words(`
      tmdbid tmdb themoviedbid
    `),
  ],
  [
    "age",
    words(`
      age alter edad eta idade wiek
    `),
  ],
];

export function words(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => fold(word));
}
