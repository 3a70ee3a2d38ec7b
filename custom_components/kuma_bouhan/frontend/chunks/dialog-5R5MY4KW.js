import{a,b}from"./chunk-YVBOCA5P.js";import"./chunk-TN5RIJ57.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
