import { expose } from "comlink";
import { TrainerSession } from "./TrainerSession.ts";

expose(new TrainerSession());
