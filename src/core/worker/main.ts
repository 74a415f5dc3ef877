import { createServices } from "../../services.ts";
import { exposeServices } from "./exposeServices.ts";

exposeServices(createServices());
