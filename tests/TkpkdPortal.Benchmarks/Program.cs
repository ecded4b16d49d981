Console.Error.WriteLine("Run by hand; each benchmark is a verb.");
return 2;
