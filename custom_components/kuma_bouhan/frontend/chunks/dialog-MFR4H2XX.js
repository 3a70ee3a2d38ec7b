import{a,b}from"./chunk-QGZ25EF6.js";import"./chunk-APXRCTV3.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
