import { File } from "node:buffer";
import type { DataFile } from "../../src/files/ByteSource.ts";

const file = (name: string, lines: string[], encoding: "latin1" | "utf8" = "utf8") =>
  new File([Buffer.from(`${lines.join("\n")}\n`, encoding)], name) as DataFile;

const GENRES =
  "unknown Action Adventure Animation Children's Comedy Crime Documentary Drama Fantasy Film-Noir Horror Musical Mystery Romance Sci-Fi Thriller War Western".split(
    " ",
  );
const flags = (...genres: string[]) => GENRES.map((genre) => (genres.includes(genre) ? 1 : 0)).join("|");

/** Small files in each layout of GroupLens, with those that lie beside them. */
export const HUNDRED_K = (): DataFile[] => [
  file("README", ["SUMMARY & USAGE LICENSE", "", "MovieLens data sets were collected, by GroupLens"]),
  file("allbut.pl", ["#!/usr/local/bin/perl", "", "if (@ARGV < 3) { print 'Usage'; }"]),
  file("u.data", [
    "196\t242\t3\t881250949",
    "196\t2\t5\t881250950",
    "1\t266\t1\t878542960",
    "22\t680\t4\t875072262",
  ]),
  file(
    "u.item",
    [
      `242|Kolya (1996)|24-Jan-1997||http://us.imdb.com/M/title-exact?Kolya%20(1996)|${flags("Comedy")}`,
      `2|Misérables (1995)|01-Jan-1995||http://us.imdb.com/|${flags("Drama", "Musical")}`,
      `266|Kull the Conqueror (1997)|29-Aug-1997||http://us.imdb.com/|${flags("unknown")}`,
      `680|Kull the Conqueror (1997)|29-Aug-1997||http://us.imdb.com/|${flags("Action")}`,
    ],
    "latin1",
  ),
  file("u.user", ["1|17|F|student|85711", "196|49|M|writer|55105"]),
  file("u.genre", [...GENRES.map((genre, code) => `${genre}|${code}`), ""]),
  file("u.occupation", ["student", "writer"]),
  file("u.info", ["943 users", "1682 items"]),
  file("u1.base", ["196\t242\t3\t881250949"]),
  file("u1.test", ["1\t266\t1\t878542960"]),
];

export const MILLION = (): DataFile[] => [
  file("README", ["SUMMARY"]),
  file("ratings.dat", ["1::1193::5::978300760", "1::661::3::978302109", "2::73::4::978301968"]),
  file(
    "movies.dat",
    [
      '661::"James" and the, Giant Peach (1996)::Animation|Children\'s',
      "73::Misérables, Les (1995)::Drama",
      "1193::One Flew Over the Cuckoo's Nest (1975)::Drama",
    ],
    "latin1",
  ),
  file("users.dat", ["1::F::1::10::48067", "2::M::56::16::70072"]),
];

export const TEN_MILLION = (): DataFile[] => [
  file("README.html", ["<html>"]),
  file("ratings.dat", ["1::122::5::838985046", "1::185::3.5::838983525", "2::122::0.5::838983526"]),
  file("movies.dat", ["122::Boomerang (1992)::Comedy|Romance", "185::Amélie (2001)::Romance"]),
  file("tags.dat", ["15::4973::excellent!::1215184630"]),
  file("split_ratings.sh", ["#!/bin/sh"]),
];

export const CSV = (): DataFile[] => [
  file("README.txt", ["Summary", "=======", "", "This dataset (ml-latest) describes 5-star rating"]),
  file("links.csv", ["movieId,imdbId,tmdbId", "1,0114709,862", "11,0112346,9087"]),
  file("tags.csv", ["userId,movieId,tag,timestamp", "2,11,funny,1445714994"]),
  file("genome-scores.csv", ["movieId,tagId,relevance", "1,1,0.029"]),
  file("ratings.csv", ["userId,movieId,rating,timestamp", "1,1,4.0,964982703", "2,11,2.5,964981247"]),
  file("movies.csv", [
    "movieId,title,genres",
    "1,Toy Story (1995),Adventure|Animation",
    '11,"American President, The (1995)",Comedy|Romance',
  ]),
];
