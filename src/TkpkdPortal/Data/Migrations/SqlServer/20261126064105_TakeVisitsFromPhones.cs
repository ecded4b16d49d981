using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TakeVisitsFromPhones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "Position_Accuracy",
                table: "Visits",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Position_Latitude",
                table: "Visits",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Position_Longitude",
                table: "Visits",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Position_TakenAt",
                table: "Visits",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RecordedAt",
                table: "Visits",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "VisitPhotos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VisitId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Length = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Received = table.Column<int>(type: "int", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Format = table.Column<int>(type: "int", nullable: true),
                    Width = table.Column<int>(type: "int", nullable: true),
                    Height = table.Column<int>(type: "int", nullable: true),
                    Turn = table.Column<int>(type: "int", nullable: false),
                    Refusal = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitPhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitPhotos_Visits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "Visits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitSubmissions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    VisitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    BodyHash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", maxLength: 8000, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitSubmissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitSubmissions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PhotoPieces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PhotoId = table.Column<long>(type: "bigint", nullable: false),
                    Start = table.Column<int>(type: "int", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhotoPieces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PhotoPieces_VisitPhotos_PhotoId",
                        column: x => x.PhotoId,
                        principalTable: "VisitPhotos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoPieces_PhotoId_Start",
                table: "PhotoPieces",
                columns: new[] { "PhotoId", "Start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhotos_PublicId",
                table: "VisitPhotos",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitPhotos_VisitId",
                table: "VisitPhotos",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitSubmissions_UserId",
                table: "VisitSubmissions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitSubmissions_VisitId_Revision",
                table: "VisitSubmissions",
                columns: new[] { "VisitId", "Revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PhotoPieces");

            migrationBuilder.DropTable(
                name: "VisitSubmissions");

            migrationBuilder.DropTable(
                name: "VisitPhotos");

            migrationBuilder.DropColumn(
                name: "Position_Accuracy",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Position_Latitude",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Position_Longitude",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "Position_TakenAt",
                table: "Visits");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "Visits");
        }
    }
}
